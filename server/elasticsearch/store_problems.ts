import { StoreProblem } from '../ports';
import type { StoreProblemKind } from '../ports';
import type { EsError } from './search_client';

/** Error types of Elasticsearch -> what they mean here. */
const KIND_OF_TYPE: Readonly<Record<string, StoreProblemKind>> = {
  index_not_found_exception: 'no_index',
  no_such_remote_cluster_exception: 'no_index',
  index_closed_exception: 'index_closed',
  security_exception: 'forbidden',
  es_rejected_execution_exception: 'busy',
  circuit_breaking_exception: 'busy',
  task_cancelled_exception: 'aborted',
  search_context_missing_exception: 'bad_cursor',
  timeout_exception: 'timed_out',
  receive_timeout_transport_exception: 'timed_out',
};
const KIND_OF_STATUS: Readonly<Record<number, StoreProblemKind>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'no_index',
  408: 'timed_out',
  413: 'rejected',
  429: 'busy',
  502: 'unreachable',
  503: 'unreachable',
  504: 'timed_out',
};
const KIND_OF_CLIENT_ERROR: Readonly<Record<string, StoreProblemKind>> = {
  ConnectionError: 'unreachable',
  NoLivingConnectionsError: 'unreachable',
  TimeoutError: 'timed_out',
  RequestAbortedError: 'aborted',
  AbortError: 'aborted',
};

/** What Elasticsearch answered instead of hits. */
export interface Failure {
  readonly status?: number;
  readonly error?: EsError;
}

export function problemOf({ status, error }: Failure, pattern: string): StoreProblem {
  const type = [error, ...(error?.root_cause ?? []), error?.caused_by].map(kindOfError).find((kind) => kind);
  const by_status = status === 401 ? 'unauthorised' : (type ?? KIND_OF_STATUS[status ?? 0]);
  const kind = by_status ?? 'rejected';
  return new StoreProblem(kind, error?.index ?? pattern, reasonOf(error) ?? `status ${status ?? 'unknown'}`);
}

/** A block says in words what it blocks: an index that is being closed, a node that does not know its cluster yet. */
function kindOfError(error: EsError | undefined): StoreProblemKind | undefined {
  if (error?.type !== 'cluster_block_exception') return KIND_OF_TYPE[error?.type ?? ''];
  if (/index closed/.test(error.reason ?? '')) return 'index_closed';
  return /SERVICE_UNAVAILABLE/.test(error.reason ?? '') ? 'unreachable' : 'forbidden';
}

const reasonOf = (error: EsError | undefined): string | undefined => {
  const [cause] = error?.failed_shards ?? [];
  return cause?.reason?.reason ?? error?.caused_by?.reason ?? error?.reason ?? error?.type ?? undefined;
};

/** Whatever a client threw -> a StoreProblem; bugs pass through. Clients differ in classes, so names and shapes decide. */
export function problemOfThrown(thrown: unknown, pattern: string): unknown {
  if (thrown instanceof StoreProblem || !(thrown instanceof Error)) return thrown;
  const kind = KIND_OF_CLIENT_ERROR[thrown.name];
  if (kind) return new StoreProblem(kind, pattern, thrown.message);
  if (thrown.name !== 'ResponseError') return thrown;
  return problemOf(failureOf(thrown), pattern);
}

function failureOf(thrown: object): Failure {
  const meta = (thrown as { meta?: { statusCode?: number; body?: unknown } }).meta;
  const body = meta?.body;
  const error = typeof body === 'object' && body !== null ? (body as { error?: unknown }).error : undefined;
  return {
    status: meta?.statusCode,
    error:
      typeof error === 'object' && error !== null
        ? (error as EsError)
        : { reason: typeof error === 'string' ? error : undefined },
  };
}

const EXPENSIVE_OFF = /allow_expensive_queries/;
const TOO_COMPLEX =
  /automaton is too large|too complex|TooComplex|would require more than|max_regex_length|too_many_clauses|TooManyClauses|maxClauseCount/i;

/** The cluster takes no wildcards, regular expressions, or ranges over text at all. */
export const isExpensiveOff = (error: EsError | undefined): boolean =>
  EXPENSIVE_OFF.test(JSON.stringify(error ?? {}));

/** These patterns are too much for the cluster. */
export const isTooComplex = (error: EsError | undefined): boolean =>
  TOO_COMPLEX.test(JSON.stringify(error ?? {}));

/** More buckets than the cluster gives in one response. */
export const isOverflow = (error: EsError | undefined): boolean =>
  /too_many_buckets/.test(JSON.stringify(error ?? {}));
