import { addTo, countByTime } from '../../common/event_questions/count_events';
import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import type { CountByTime, TimeCounts } from '../ports';
import { allQ, anyQ, notQ } from './bounds';
import { timedBy, timeValue } from './event_time_query';
import type { TimePath } from './index_facts';
import type { Plan, PlannedSearch } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { totalOf } from './question_totals';
import { acceptAll, firstHits, otherHits } from './read_plan';
import { eventIdsQ } from './schema_questions';
import type { EsQuery, SearchAnswer } from './search_client';

/** Text is counted by one filter an interval; more than these are counted in memory. */
const MAX_FILTERS = 1_000;

type Counts = Map<number, Record<number, number>>;

/** Documents per interval of event time and event id: dates by a histogram, text by ranges, the rest in memory. */
export function* countByTimePlan(question: CountByTime, prepared: PreparedQuestion): Plan<TimeCounts> {
  const { times } = prepared.facts;
  const countable = times.filter((time) => time.form === 'date' || intervalsOf(question, time).length > 0);
  const sure = allQ([prepared.bounds.lower, anyQ(countable.map((time) => timedBy(time, times)))]);
  const in_memory = allQ([prepared.bounds.upper, notQ(sure)]);
  const searches = countable.map((time) => searchOf(question, time, { prepared, sure }));
  const [first, ...answers] = yield [firstHits(prepared, in_memory), ...searches];
  const found = yield* otherHits(prepared, in_memory, first);
  const read = countByTime(acceptAll(found, prepared), question.interval_ms);
  const counts: Counts = new Map(read.buckets.map(({ from, events }) => [from, { ...events }]));
  for (const answer of answers) addBuckets(counts, answer);
  const counted = answers.reduce((sum, answer) => sum + totalOf(answer), 0);
  return {
    buckets: [...counts].map(([from, events]) => ({ from, events })).sort((a, b) => a.from - b.from),
    total: { value: counted + read.total.value, exact: true },
    remarks: [
      ...prepared.remarks(),
      ...(found.length > 0 ? [{ kind: 'checked_in_memory' as const, reasons: prepared.bounds.reasons }] : []),
    ],
  };
}

interface Counting {
  readonly prepared: PreparedQuestion;
  readonly sure: EsQuery;
}

function searchOf(question: CountByTime, time: TimePath, { prepared, sure }: Counting): PlannedSearch {
  const { facts } = prepared;
  const query = allQ([sure, timedBy(time, facts.times)]);
  const filters = Object.fromEntries(EVENT_KINDS.map(({ id }) => [String(id), eventIdsQ([id], facts)]));
  const aggs = { ids: { filters: { filters } } };
  const intervals = { ...intervalAggregation(question, time), aggs };
  return { body: { size: 0, query, track_total_hits: true, aggs: { intervals } } };
}

function intervalAggregation(question: CountByTime, time: TimePath): Record<string, unknown> {
  const { interval_ms } = question;
  if (time.form === 'date')
    return { date_histogram: { field: time.path, fixed_interval: `${interval_ms}ms`, min_doc_count: 1 } };
  const filters = intervalsOf(question, time).map((from): [string, EsQuery] => [
    String(from),
    { range: { [time.path]: { gte: timeValue(time, from), lt: timeValue(time, from + interval_ms) } } },
  ]);
  return { filters: { filters: Object.fromEntries(filters) } };
}

/** Starts of the intervals of a range; empty where there are too many, or no range. */
function intervalsOf({ range, interval_ms }: CountByTime, { form }: TimePath): readonly number[] {
  if (!range || form === 'unasked') return [];
  const first = Math.floor(range.from / interval_ms);
  const count = Math.ceil(range.to / interval_ms) - first;
  if (count > MAX_FILTERS || count <= 0) return [];
  return Array.from({ length: count }, (_, at) => (first + at) * interval_ms);
}

interface IntervalBucket {
  readonly key?: number;
  readonly doc_count: number;
  readonly ids?: { readonly buckets?: Readonly<Record<string, { readonly doc_count: number }>> };
}

function addBuckets(counts: Counts, answer: SearchAnswer): void {
  const found = (answer.aggregations?.['intervals']?.buckets ?? []) as unknown as
    readonly IntervalBucket[] | Readonly<Record<string, IntervalBucket>>;
  for (const [name, bucket] of Object.entries(found)) {
    if (bucket.doc_count === 0) continue;
    const from = bucket.key ?? Number(name);
    const events = counts.get(from) ?? {};
    for (const [id, { doc_count }] of Object.entries(bucket.ids?.buckets ?? {}))
      if (doc_count > 0) addTo(events, Number(id), doc_count);
    counts.set(from, events);
  }
}
