import {
  DOCUMENT_PATH,
  FIND_EVENTS_PATH,
  HOSTS_PATH,
  PROCESS_EVENTS_PATH,
  type DocumentAnswer,
  type EventsAnswer,
  type HostsAnswer,
} from '../common/api/events';
import { FILE_HOPS_PATH, type FileHopsAnswer } from '../common/api/file_hops';
import { FOREST_PATH, LINEAGE_PATH, type ForestAnswer, type LineageAnswer } from '../common/api/lineage';
import type { ProblemBody } from '../common/api/problem';
import type { Predicate } from '../common/predicate/predicate';
import type { TimeRange } from '../common/remark';
import type { DocumentRef } from '../common/sysmon/sysmon_event';
import { ApiProblem } from './api_problem';
import type { HttpPort } from './host_services';

type Query = Readonly<Record<string, string | number | undefined>>;
type HttpRequest = Parameters<HttpPort['request']>[0];

/** A part of a list: `after` is the `next` of the page before. */
export interface PageQuery {
  readonly limit?: number;
  readonly sort?: 'oldest' | 'newest';
  readonly after?: string;
}

export interface ProcessEventsQuery extends PageQuery, Partial<TimeRange> {
  readonly guid: string;
  readonly host?: string;
  /** Only these event ids; absent or empty = all. */
  readonly ids?: readonly number[];
}

export interface FindEventsQuery extends PageQuery, Partial<TimeRange> {
  readonly where: Predicate;
}

export type LineageQuery = Partial<TimeRange> & {
  readonly guid?: string;
  readonly index?: string;
  readonly id?: string;
  readonly host?: string;
};

export type FileHopsQuery = Partial<TimeRange> & { readonly guid: string; readonly host: string };

/** Expected outcomes come back as data; everything else throws ApiProblem. */
export interface ApiClient {
  hosts(query: Partial<TimeRange> & { readonly limit?: number }, signal: AbortSignal): Promise<HostsAnswer>;
  lineage(query: LineageQuery, signal: AbortSignal): Promise<LineageAnswer>;
  forest(
    query: TimeRange & { readonly host: string; readonly after?: string },
    signal: AbortSignal,
  ): Promise<ForestAnswer>;
  /** Who wrote the files that a process, its ancestors and descendants ran, loaded or were told of. */
  fileHops(query: FileHopsQuery, signal: AbortSignal): Promise<FileHopsAnswer>;
  processEvents(query: ProcessEventsQuery, signal: AbortSignal): Promise<EventsAnswer>;
  findEvents(query: FindEventsQuery, signal: AbortSignal): Promise<EventsAnswer>;
  document(ref: DocumentRef, signal: AbortSignal): Promise<DocumentAnswer>;
}

/** The only place of the app that asks the server anything. */
export function createApiClient(http: HttpPort): ApiClient {
  const get = <T>(path: string, query: Query, signal: AbortSignal) =>
    ask<T>(http, { method: 'GET', path, query, signal });
  return {
    hosts: (query, signal) => get(HOSTS_PATH, { ...query }, signal),
    lineage: (query, signal) => get(LINEAGE_PATH, { ...query }, signal),
    forest: ({ host, ...query }, signal) => get(fill(FOREST_PATH, { host }), query, signal),
    fileHops: (query, signal) => get(FILE_HOPS_PATH, { ...query }, signal),
    processEvents: ({ guid, ids, ...query }, signal) =>
      get(
        fill(PROCESS_EVENTS_PATH, { guid }),
        { ...query, ids: ids?.length ? ids.join(',') : undefined },
        signal,
      ),
    findEvents: (body, signal) => ask(http, { method: 'POST', path: FIND_EVENTS_PATH, body, signal }),
    document: (ref, signal) => get(DOCUMENT_PATH, { index: ref.index, id: ref.id }, signal),
  };
}

/** Outcomes that the pages know what to do with, whatever their status. */
const OUTCOMES: ReadonlySet<string> = new Set([
  'found',
  'ambiguous',
  'no_process',
  'not_sysmon',
  'not_found',
  'invalid',
]);

async function ask<T>(http: HttpPort, request: HttpRequest): Promise<T> {
  const answer = await http.request(request).catch((error: unknown) => {
    if (request.signal?.aborted)
      throw new ApiProblem({ kind: 'aborted', message: '', status: 0, path: request.path });
    const detail = error instanceof Error ? error.message : String(error);
    throw new ApiProblem({ kind: 'no_answer', message: '', status: 0, path: request.path, detail });
  });
  const body: unknown = answer.body;
  if (isKinded(body) && OUTCOMES.has(body.kind) && (answer.status < 300 || !('message' in body)))
    return body as T;
  throw new ApiProblem({ ...problemOf(body, answer.status), status: answer.status, path: request.path });
}

function problemOf(body: unknown, status: number): ProblemBody {
  if (isKinded(body) && 'message' in body) return body as ProblemBody;
  // Kibana's own refusals: {statusCode, error, message}
  const message = typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : '';
  return { kind: KIND_OF_STATUS[status] ?? 'failed', message: '', detail: message };
}

const KIND_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'unauthorised',
  403: 'forbidden',
  429: 'busy',
  502: 'unreachable',
  503: 'unreachable',
  504: 'timed_out',
};

const isKinded = (body: unknown): body is { readonly kind: string } =>
  typeof body === 'object' && body !== null && 'kind' in body && typeof body.kind === 'string';

/** Puts values into the {braces} of a path. */
const fill = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
