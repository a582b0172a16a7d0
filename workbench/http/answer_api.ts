import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../../server/http/answer';
import { answerRequest } from '../../server/http/answer_request';
import type { AnyRoute } from '../../server/http/route';
import type { Logger, RequestServices } from '../../server/ports';
import { problem } from './guard_request';
import { matchRoute } from './match_route';
import { MAX_BODY_BYTES, readBody } from './read_body';

export interface Api {
  readonly routes: readonly AnyRoute[];
  readonly log: Logger;
  services(request: {
    readonly operation: string;
    readonly signal: AbortSignal;
  }): RequestServices | Promise<RequestServices>;
}

/** An API request -> status and body. `signal` aborts when the caller goes away. */
export async function answerApi(
  api: Api,
  { request, signal }: { request: IncomingMessage; signal: AbortSignal },
): Promise<HttpAnswer> {
  const url = new URL(request.url ?? '/', 'http://workbench');
  const match = matchRoute(api.routes, { method: request.method ?? 'GET', pathname: url.pathname });
  if (match.kind === 'not_found') return problem(404, 'no_route', 'Nothing is at this address.');
  if (match.kind === 'broken_path')
    return problem(400, 'invalid', 'This address is not percent-encoded correctly.');
  if (match.kind === 'wrong_method')
    return problem(405, 'wrong_method', `Use ${match.allowed.join(' or ')} here.`);
  const body = await readBody(request);
  if (body.kind === 'too_large')
    return problem(413, 'too_large', `A request may have at most ${MAX_BODY_BYTES} bytes.`);
  if (body.kind === 'not_json') return problem(400, 'invalid', 'The body of this request is not JSON.');
  return answerRequest({
    route: match.route,
    raw: { params: match.params, query: queryOf(url.searchParams), body: body.value },
    log: api.log,
    services: () => api.services({ operation: match.route.operation, signal }),
  });
}

/** A name that comes twice becomes a list, as in Kibana; no schema of ours takes one, so it is refused there. */
function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
