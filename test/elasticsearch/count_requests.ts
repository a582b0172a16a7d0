import type { Client, DiagnosticResult } from '@elastic/elasticsearch';

/** One HTTP request. `began` and `ended` are ticks of one counter that moves at every begin and every end. */
export interface CountedRequest {
  readonly method: string;
  readonly path: string;
  readonly began: number;
  /** Undefined while it is under way. */
  readonly ended?: number;
}

export interface RequestCounter {
  /** Every HTTP request in order of begin; a retry is a request of its own. */
  readonly requests: readonly CountedRequest[];
  /** The longest chain of requests of which each began after the one before had ended. */
  sequential(): number;
  /** The most requests that were under way at the same moment. */
  concurrent(): number;
  /** Stops counting. */
  stop(): void;
}

/** Counts the HTTP requests of a client and of its children from now on. */
export function countRequests(client: Client): RequestCounter {
  const requests: { method: string; path: string; began: number; ended?: number }[] = [];
  const open = new Map<unknown, (typeof requests)[number][]>();
  let tick = 0;
  const begin = (not_sent: unknown, result: DiagnosticResult | null) => {
    if (not_sent) return;
    const attempts = open.get(result?.meta.request.id) ?? [];
    attempts.forEach((attempt) => (attempt.ended ??= tick++)); // a retry begins when the attempt before has failed
    const { method = '?', path = '?' } = result?.meta.request.params ?? {};
    const request = { method, path, began: tick++ };
    requests.push(request);
    open.set(result?.meta.request.id, [...attempts, request]);
  };
  const end = (_error: unknown, result: DiagnosticResult | null) => {
    open.get(result?.meta.request.id)?.forEach((attempt) => (attempt.ended ??= tick++));
    open.delete(result?.meta.request.id);
  };
  client.diagnostic.on('request', begin);
  client.diagnostic.on('response', end);
  return {
    requests,
    sequential: () => longestChain(requests),
    concurrent: () => mostAtOnce(requests),
    stop: () => {
      client.diagnostic.off('request', begin);
      client.diagnostic.off('response', end);
    },
  };
}

/** Interval scheduling: taking the earliest end each time gives the most disjoint intervals. */
function longestChain(requests: readonly CountedRequest[]): number {
  const by_end = requests.map(interval).sort((a, b) => a.ended - b.ended);
  let length = 0;
  let last_end = -1;
  for (const { began, ended } of by_end) {
    if (began < last_end) continue;
    length += 1;
    last_end = ended;
  }
  return length;
}

function mostAtOnce(requests: readonly CountedRequest[]): number {
  const intervals = requests.map(interval);
  const under_way = intervals.map(
    ({ began: at }) => intervals.filter((r) => r.began <= at && at < r.ended).length,
  );
  return Math.max(0, ...under_way);
}

function interval({ began, ended = Infinity }: CountedRequest) {
  return { began, ended };
}
