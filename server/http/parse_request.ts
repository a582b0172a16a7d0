import type { ZodError, ZodTypeAny } from 'zod';
import type { ProblemBody } from '../../common/api/problem';
import type { AnyRoute, ParsedRequest, RequestSchemas } from './route';

export interface RawRequest {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

export type Parse =
  | { readonly ok: true; readonly request: ParsedRequest<RequestSchemas> }
  | { readonly ok: false; readonly body: ProblemBody };

const PARTS = ['params', 'query', 'body'] as const;

/** Checks what a caller sent against the route's schemas; all problems at once, each naming its place. */
export function parseRequest(route: AnyRoute, raw: RawRequest): Parse {
  const request: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const part of PARTS) {
    const schema: ZodTypeAny | undefined = route.request[part];
    if (!schema) continue;
    const result = schema.safeParse(raw[part] ?? {});
    if (result.success) request[part] = result.data;
    else problems.push(...describe(result.error, part));
  }
  if (problems.length === 0)
    return { ok: true, request: request as unknown as ParsedRequest<RequestSchemas> };
  return {
    ok: false,
    body: {
      kind: 'invalid',
      message: `This request could not be read: ${problems.join('; ')}.`,
      problems,
      operation: route.operation,
    },
  };
}

const describe = (error: ZodError, part: string): string[] =>
  error.issues.map((issue) => `${[part, ...issue.path].join('.')}: ${issue.message}`);
