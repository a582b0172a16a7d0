import { isObject, objectOf } from './engine_request';
import type { Json } from './engine_request';

const STEPS = [
  '1s',
  '5s',
  '10s',
  '30s',
  '1m',
  '5m',
  '10m',
  '30m',
  '1h',
  '3h',
  '12h',
  '1d',
  '7d',
  '30d',
  '365d',
];
const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SCRIPTED = ['scripted_metric', 'bucket_script', 'bucket_selector'];

const stepMs = (step: string): number => Number.parseInt(step, 10) * (UNIT_MS[step.slice(-1)] ?? 0);

/** Intervals chosen in place of auto_date_histogram, by name of the aggregation. */
export type Intervals = Record<string, string>;

/** A search without scripts and without aggregations that the bare engine lacks. Fills in `intervals`. */
export function plainSearch(body: Json, intervals: Intervals): Json {
  const { script_fields: _dropped, sort, runtime_mappings, aggs, aggregations, ...rest } = body;
  const plain = (value: unknown) =>
    isObject(value) ? plainAggs(value, { query: body.query, intervals }) : value;
  return {
    ...rest,
    ...(sort === undefined ? {} : { sort: [sort].flat().map(plainSort) }),
    ...(runtime_mappings === undefined
      ? {}
      : { runtime_mappings: withoutScripts(objectOf(runtime_mappings)) }),
    ...(aggs === undefined ? {} : { aggs: plain(aggs) }),
    ...(aggregations === undefined ? {} : { aggregations: plain(aggregations) }),
  };
}

/** Only Task Manager sorts by script: by the time at which a task is due. */
const plainSort = (sort: unknown): unknown =>
  isObject(sort) && '_script' in sort ? { 'task.runAt': { order: 'asc', unmapped_type: 'date' } } : sort;

const withoutScripts = (mappings: Json): Json =>
  Object.fromEntries(
    Object.entries(mappings).map(([name, field]) => {
      const { script: _script, ...rest } = objectOf(field);
      return [name, rest];
    }),
  );

interface Around {
  readonly query: unknown;
  readonly intervals: Intervals;
}

function plainAggs(aggs: Json, around: Around): Json {
  const kept = Object.entries(aggs).filter(([, agg]) => !isScripted(objectOf(agg)));
  return Object.fromEntries(
    kept.map(([name, agg]) => [name, plainAgg({ name, agg: objectOf(agg) }, around)]),
  );
}

const kindOf = (agg: Json): string =>
  Object.keys(agg).find((key) => !['aggs', 'aggregations', 'meta'].includes(key)) ?? '';

const isScripted = (agg: Json): boolean =>
  SCRIPTED.includes(kindOf(agg)) || JSON.stringify(agg[kindOf(agg)] ?? '').includes('"script":');

function plainAgg({ name, agg }: { readonly name: string; readonly agg: Json }, around: Around): Json {
  const { auto_date_histogram: auto, ...rest } = agg;
  const histogram = isObject(auto) ? { date_histogram: fixedHistogram({ name, auto }, around) } : {};
  const inner = ['aggs', 'aggregations'].flatMap((key) =>
    isObject(agg[key]) ? [[key, plainAggs(agg[key], around)]] : [],
  );
  return { ...rest, ...histogram, ...(Object.fromEntries(inner) as Json) };
}

function fixedHistogram(
  { name, auto }: { readonly name: string; readonly auto: Json },
  around: Around,
): Json {
  const { buckets, ...rest } = auto;
  const wanted = typeof buckets === 'number' ? buckets : 10;
  const span = spanMs(around.query, String(auto.field)) ?? 86_400_000;
  const fixed_interval = STEPS.find((step) => span / stepMs(step) <= wanted) ?? '365d';
  around.intervals[name] = fixed_interval;
  const { field, time_zone, format } = rest;
  return { field, fixed_interval, min_doc_count: 0, time_zone, format };
}

/** Length of the first range on a field anywhere in a query. */
function spanMs(query: unknown, field: string): number | undefined {
  if (typeof query !== 'object' || query === null) return undefined;
  const range = objectOf(objectOf((query as Json).range)[field]);
  const length = moment(range.lte ?? range.lt) - moment(range.gte ?? range.gt);
  if (length > 0) return length;
  for (const inner of Object.values(query)) {
    const found = spanMs(inner, field);
    if (found !== undefined) return found;
  }
  return undefined;
}

const moment = (value: unknown): number => (typeof value === 'number' ? value : Date.parse(String(value)));

/** Writes the chosen intervals into the answer, where auto_date_histogram would have told its own. */
export function tellIntervals(aggregations: unknown, intervals: Intervals): void {
  for (const [name, agg] of Object.entries(objectOf(aggregations))) {
    if (!isObject(agg)) continue;
    if (!Array.isArray(agg.buckets)) tellIntervals(agg, intervals);
    else {
      if (intervals[name]) agg.interval = intervals[name];
      for (const bucket of agg.buckets as unknown[]) tellIntervals(bucket, intervals);
    }
  }
}
