import { timedBy } from './event_time_query';
import type { IndexFacts } from './index_facts';
import type { Aggregation, Bucket } from './search_client';

/** First and last event time of a bucket; only where every time path is a date, since text has no smallest value for Elasticsearch. */
export function firstAndLast({ times }: IndexFacts): Record<string, unknown> {
  if (times.length === 0 || times.some(({ form }) => form !== 'date')) return {};
  const [only] = times;
  if (times.length === 1 && only) return minAndMax('time_0', only.path);
  const filtered = times.map((time, at) => [
    `time_${at}`,
    { filter: timedBy(time, times), aggs: minAndMax(`time_${at}`, time.path) },
  ]);
  return Object.fromEntries(filtered) as Record<string, unknown>;
}

const minAndMax = (name: string, field: string) => ({
  [`${name}_first`]: { min: { field } },
  [`${name}_last`]: { max: { field } },
});

export function timesOfBucket(bucket: Bucket): { readonly first: number; readonly last: number } | undefined {
  const found = Object.entries(bucket).flatMap(([name, value]) =>
    name.startsWith('time_') ? [valuesOf(name, value as TimeAggregation)] : [],
  );
  const first = found.flat().flatMap(([name, ms]) => (name.endsWith('_first') ? [ms] : []));
  const last = found.flat().flatMap(([name, ms]) => (name.endsWith('_last') ? [ms] : []));
  return first.length > 0 && last.length > 0
    ? { first: Math.min(...first), last: Math.max(...last) }
    : undefined;
}

type TimeAggregation = Aggregation & Readonly<Record<string, unknown>>;

function valuesOf(name: string, aggregation: TimeAggregation): (readonly [string, number])[] {
  if (typeof aggregation.value === 'number') return [[name, aggregation.value]];
  return Object.entries(aggregation).flatMap(([inner, value]) => {
    const ms = (value as Aggregation | null)?.value;
    return typeof ms === 'number' ? [[inner, ms] as const] : [];
  });
}
