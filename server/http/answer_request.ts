import type { Logger, RequestServices } from '../ports';
import type { HttpAnswer } from './answer';
import { answerOf, answerOfError } from './answer';
import { parseRequest } from './parse_request';
import type { RawRequest } from './parse_request';
import type { AnyRoute } from './route';

export interface Ask {
  readonly route: AnyRoute;
  readonly raw: RawRequest;
  readonly log: Logger;
  /** Made only for a request that could be read. */
  readonly services: () => RequestServices | Promise<RequestServices>;
}

/** The edge of every host: parse, handle, answer. Never throws; a bug is logged once, with its operation and stack. */
export async function answerRequest({ route, raw, log, services }: Ask): Promise<HttpAnswer> {
  const parsed = parseRequest(route, raw);
  if (!parsed.ok) return { status: 400, body: parsed.body };
  try {
    return answerOf(await route.handle(await services(), parsed.request));
  } catch (error) {
    const { known, ...answer } = answerOfError(error, route.operation);
    if (!known)
      log.error(
        `${route.operation}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return answer;
  }
}
