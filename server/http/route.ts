import type { z } from 'zod';
import type { RequestServices } from '../ports';

/** Every expected outcome is data with a `kind`; http/answer.ts maps it to a status once. */
export interface Outcome {
  readonly kind: string;
}

export type Privilege = 'read' | 'all';

/** What a caller may send; each part is checked by its schema before `handle` runs. Path parameters stand in {braces}. */
export interface RequestSchemas {
  readonly params?: z.ZodTypeAny;
  readonly query?: z.ZodTypeAny;
  readonly body?: z.ZodTypeAny;
}

type Parsed<S> = S extends z.ZodTypeAny ? z.output<S> : undefined;

/** The same request as the handler sees it. */
export interface ParsedRequest<S extends RequestSchemas> {
  readonly params: Parsed<S['params']>;
  readonly query: Parsed<S['query']>;
  readonly body: Parsed<S['body']>;
}

export interface Route<S extends RequestSchemas = RequestSchemas, O extends Outcome = Outcome> {
  readonly method: 'GET' | 'POST';
  readonly path: `/api/sysmon_trail/${string}`;
  /** Goes to Elasticsearch as X-Opaque-Id and into logs. */
  readonly operation: string;
  readonly summary: string;
  readonly privilege: Privilege;
  readonly request: S;
  handle(services: RequestServices, request: ParsedRequest<S>): Promise<O>;
}

/** A route whose request type has been checked where it was made; hosts only parse and pass on. */
export type AnyRoute = Route<RequestSchemas, Outcome>;

/** Keeps the types of a route together while it is written, and forgets them for the list of routes. */
export function defineRoute<S extends RequestSchemas, O extends Outcome>(route: Route<S, O>): AnyRoute {
  return route as unknown as AnyRoute;
}
