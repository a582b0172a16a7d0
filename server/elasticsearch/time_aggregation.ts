import { ALL, allQ, notQ } from './bounds';
import { timedBy } from './event_time_query';
import type { IndexFacts, TimePath } from './index_facts';
import type { Aggregation, Bucket, SearchAnswer } from './search_client';

export interface TimeAggregations {
  readonly in_buckets: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, unknown>>;
}

const PREFIX = 'times_';

/** Paths of several types count as text: an aggregation over them fails. */
const isDate = ({ path, form }: TimePath, times: readonly TimePath[]): boolean =>
  form === 'date' && times.filter((time) => time.path === path).length === 1;

/**
 * The paths whose smallest and largest values are asked for. Of one shape with a UtcTime that is UtcTime alone: a filter in each
 * bucket would cost more than it tells.
 */
function askedPaths({ times, schemas }: IndexFacts): readonly TimePath[] {
  const dates = times.filter((time) => isDate(time, times));
  const [utc, ...others] = dates;
  return utc && schemas.length === 1 && dates.length === times.length && others.length === 1 ? [utc] : dates;
}

/**
 * First and last event time of a bucket, for each path among the documents whose time stands there (text has no smallest value
 * for Elasticsearch). `beside` counts the documents whose time is no date: where there are any, nothing is said.
 */
export function firstAndLast(facts: IndexFacts): TimeAggregations {
  const { times } = facts;
  const dates = askedPaths(facts);
  const in_buckets = dates.map((time, at) => {
    const { path: field } = time;
    const ends = { first: { min: { field } }, last: { max: { field } } };
    return [`${PREFIX}${at}`, { filter: dates.length === 1 ? ALL : timedBy(time, times), aggs: ends }];
  });
  const untimed = { filter: allQ(dates.map((time) => notQ(timedBy(time, times)))) };
  return { in_buckets: Object.fromEntries(in_buckets) as Record<string, unknown>, beside: { untimed } };
}

export const hasAllTimes = (answer: SearchAnswer | undefined): boolean =>
  (answer?.aggregations?.['untimed']?.doc_count ?? 0) === 0;

type Ends = { readonly first?: Aggregation; readonly last?: Aggregation } | undefined;

export function timesOfBucket(bucket: Bucket): { readonly first: number; readonly last: number } | undefined {
  const ends = Object.keys(bucket)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => bucket[name] as Ends);
  const firsts = ends.flatMap((end) => end?.first?.value ?? []);
  const lasts = ends.flatMap((end) => end?.last?.value ?? []);
  return firsts.length > 0 && lasts.length > 0
    ? { first: Math.min(...firsts), last: Math.max(...lasts) }
    : undefined;
}
