import type { IndexFacts } from './index_facts';
import type { Aggregation, Bucket, SearchAnswer } from './search_client';

export interface TimeAggregations {
  readonly in_buckets: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, unknown>>;
}

/**
 * First and last event time of a bucket, where the first time path is a date everywhere (text has no smallest value for
 * Elasticsearch). `beside` counts the documents whose time stands elsewhere: where there are any, nothing is said.
 */
export function firstAndLast({ times }: IndexFacts): TimeAggregations {
  const [first, ...others] = times;
  if (first?.form !== 'date' || others.some(({ path }) => path === first.path))
    return { in_buckets: {}, beside: {} };
  const field = first.path;
  return {
    in_buckets: { first: { min: { field } }, last: { max: { field } } },
    beside: others.length === 0 ? {} : { untimed: { missing: { field } } },
  };
}

export const hasAllTimes = (answer: SearchAnswer | undefined): boolean =>
  (answer?.aggregations?.['untimed']?.doc_count ?? 0) === 0;

export function timesOfBucket({
  first,
  last,
}: Bucket): { readonly first: number; readonly last: number } | undefined {
  const [from, to] = [first, last].map((metric) => (metric as Aggregation | undefined)?.value);
  return typeof from === 'number' && typeof to === 'number' ? { first: from, last: to } : undefined;
}
