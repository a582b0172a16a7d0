import { addTo, byFrequency, countByField, countedValue } from '../../common/event_questions/count_events';
import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { fieldsOfEvent } from '../../common/sysmon/all_fields';
import { eventKind } from '../../common/sysmon/event_kinds';
import { isQuestionField } from '../../common/sysmon/question_fields';
import type { QuestionField } from '../../common/sysmon/fields';
import type { CountByField, FieldCount, FieldCounts } from '../ports';
import { aggregatedField } from './aggregated_place';
import type { AggregatedField } from './aggregated_place';
import { allQ, anyQ, NONE, notQ } from './bounds';
import { eventIdsOf } from './event_ids_of';
import type { Plan, PlannedSearch } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { totalOf } from './question_totals';
import { acceptAll, firstHits, otherHits } from './read_plan';
import type { IndexFacts } from './index_facts';
import { eventIdsQ } from './schema_questions';
import type { Bucket, EsQuery, SearchAnswer } from './search_client';
import { firstAndLast, timesOfBucket } from './time_aggregation';
import { toValue } from './bucket_value';

/** A response may hold 65,536 buckets (search.max_buckets). */
const MAX_TERMS = 65_000;
const PARTITION = 30_000;

/** One flat aggregation: the values of a path in events of one id. */
interface Part {
  readonly id: number;
  readonly path: string;
  readonly query: EsQuery;
}

type Tally = { total: number; events: Record<number, number>; first?: number; last?: number };

/**
 * Documents per value and event id. Nested terms would break the limit of buckets, so each event id and path is a search of its
 * own, all in one round. What Elasticsearch cannot count is read and counted in memory.
 */
export function* countByPlan(question: CountByField, prepared: PreparedQuestion): Plan<FieldCounts> {
  const { parts, countable } = partsOf(question, prepared);
  const in_memory = allQ([prepared.bounds.upper, notQ(countable)]);
  const [totals, first, ...answers] = yield [
    totalsSearch(countable, prepared),
    firstHits(prepared, in_memory),
    ...parts.map((part) => termsSearch(part, prepared)),
  ];
  const found = yield* otherHits(prepared, in_memory, first);
  const read = countByField(acceptAll(found, prepared), { field: question.field, max: Infinity });
  const tallies = new Map<string, Tally>(
    read.counts.map(({ value, ...counted }) => [value, { ...counted, events: { ...counted.events } }]),
  );
  const ids = countsPerId(totals);
  const valued: Record<number, number> = {};
  let cut = false;
  for (const [at, part] of parts.entries()) {
    const buckets = yield* allBuckets(part, answers[at], prepared, question.max);
    cut ||= buckets.cut;
    for (const bucket of buckets.buckets) {
      const value = countedValue(toValue(bucket), question.field);
      if (value === undefined) continue;
      addTo(valued, part.id, bucket.doc_count);
      tally(tallies, value, { id: part.id, bucket });
    }
  }
  const counts = [...tallies]
    .map(([value, counted]): FieldCount => ({ value, ...counted }))
    .sort(byFrequency);
  return {
    counts: counts.slice(0, question.max),
    without: withoutValue(ids, valued, read.without, cut),
    total: { value: totalOf(totals) + read.total.value, exact: true },
    complete: !cut && counts.length <= question.max,
    remarks: [
      ...prepared.remarks(),
      ...(found.length > 0
        ? [
            {
              kind: 'checked_in_memory' as const,
              reasons: [...prepared.bounds.reasons, 'values that cannot be counted'],
            },
          ]
        : []),
    ],
  };
}

/** Event ids whose values stand at the same paths. */
interface IdGroup {
  readonly ids: number[];
  readonly found: AggregatedField;
}

/** What can be counted: for each event id the paths of the field; `countable` are the documents that this covers. */
function partsOf(
  { field, where }: CountByField,
  { facts, bounds }: PreparedQuestion,
): { parts: Part[]; countable: EsQuery } {
  const known = eventIdsOf(where);
  const ids = EVENT_KINDS.map(({ id }): number => id).filter((id) => known?.has(id) ?? true);
  const groups = groupIds(field, ids, facts);
  const parts = groups.flatMap((group) =>
    group.ids.flatMap((id) =>
      group.found.paths.map(({ path, where: at }): Part => {
        const query = allQ([bounds.lower, eventIdsQ([id], facts), notQ(group.found.others), at]);
        return { id, path, query };
      }),
    ),
  );
  const left_out = groups
    .filter(({ found }) => found.others !== NONE)
    .map((group) => allQ([eventIdsQ(group.ids, facts), group.found.others]));
  const all_known = known !== undefined && ids.length === known.size;
  const unknown = all_known
    ? NONE
    : notQ(
        eventIdsQ(
          EVENT_KINDS.map(({ id }) => id),
          facts,
        ),
      );
  return { parts, countable: allQ([bounds.lower, notQ(anyQ([...left_out, unknown]))]) };
}

function groupIds(
  field: CountByField['field'],
  ids: readonly number[],
  facts: IndexFacts,
): readonly IdGroup[] {
  const groups = new Map<string, IdGroup>();
  for (const id of ids) {
    const asked = fieldOf(field, id);
    if (asked === undefined) continue;
    const found = aggregatedField(asked, id, facts);
    const key = JSON.stringify(found);
    const group = groups.get(key) ?? { ids: [], found };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The field of this event that a question means; undefined where such events have none. */
function fieldOf(field: CountByField['field'], id: number): QuestionField | undefined {
  if (field === 'Actor') return eventKind(id)?.actor;
  const is_header = !(fieldsOfEvent(id) as readonly string[]).includes(field);
  return is_header &&
    !['Computer', 'RecordID', 'EventID', 'Channel', 'MD5', 'SHA1', 'SHA256', 'IMPHASH'].includes(field)
    ? undefined
    : isQuestionField(field)
      ? field
      : undefined;
}

/** How many documents of each event id there are, to know those without a value. */
function totalsSearch(query: EsQuery, { facts }: PreparedQuestion): PlannedSearch {
  const filters = Object.fromEntries(EVENT_KINDS.map(({ id }) => [String(id), eventIdsQ([id], facts)]));
  return { body: { size: 0, query, track_total_hits: true, aggs: { ids: { filters: { filters } } } } };
}

function countsPerId(answer: SearchAnswer | undefined): Readonly<Record<number, number>> {
  const buckets = (answer?.aggregations?.['ids']?.buckets ?? {}) as Readonly<
    Record<string, { readonly doc_count: number }>
  >;
  return Object.fromEntries(
    Object.entries(buckets)
      .filter(([, { doc_count }]) => doc_count > 0)
      .map(([id, { doc_count }]) => [id, doc_count]),
  );
}

function termsSearch({ path, query }: Part, prepared: PreparedQuestion, include?: object): PlannedSearch {
  const terms = { field: path, size: MAX_TERMS, ...(include && { include }) };
  return {
    body: {
      size: 0,
      query,
      track_total_hits: false,
      aggs: { values: { terms, aggs: firstAndLast(prepared.facts) } },
    },
  };
}

interface Buckets {
  readonly buckets: readonly Bucket[];
  readonly cut: boolean;
}

/** More values than one response holds come in partitions, as far as the question wants them. */
function* allBuckets(
  part: Part,
  answer: SearchAnswer | undefined,
  prepared: PreparedQuestion,
  max: number,
): Plan<Buckets> {
  const values = answer?.aggregations?.['values'];
  const buckets = values?.buckets ?? [];
  const more = (values?.sum_other_doc_count ?? 0) > 0;
  if (!more || max <= MAX_TERMS) return { buckets, cut: more };
  const counting = {
    size: 0,
    query: part.query,
    aggs: { distinct: { cardinality: { field: part.path, precision_threshold: 40_000 } } },
  };
  const [counted] = yield [{ body: counting }];
  const num_partitions = Math.ceil((counted?.aggregations?.['distinct']?.value ?? MAX_TERMS * 2) / PARTITION);
  const partitions = Array.from({ length: num_partitions }, (_, partition) =>
    termsSearch(part, prepared, { partition, num_partitions }),
  );
  const answers = yield partitions;
  const found = answers.map((one) => one.aggregations?.['values']);
  return {
    buckets: found.flatMap((one) => one?.buckets ?? []),
    cut: found.some((one) => (one?.sum_other_doc_count ?? 0) > 0),
  };
}

function tally(
  tallies: Map<string, Tally>,
  value: string,
  { id, bucket }: { id: number; bucket: Bucket },
): void {
  const counted = tallies.get(value) ?? { total: 0, events: {} };
  const times = timesOfBucket(bucket);
  counted.total += bucket.doc_count;
  addTo(counted.events, id, bucket.doc_count);
  if (times) {
    counted.first = Math.min(counted.first ?? Infinity, times.first);
    counted.last = Math.max(counted.last ?? -Infinity, times.last);
  }
  tallies.set(value, counted);
}

function withoutValue(
  ids: Readonly<Record<number, number>>,
  valued: Readonly<Record<number, number>>,
  read: Readonly<Record<number, number>>,
  cut: boolean,
): Record<number, number> {
  const without: Record<number, number> = { ...read };
  if (cut) return without;
  for (const [id, count] of Object.entries(ids)) {
    const missing = count - (valued[Number(id)] ?? 0);
    if (missing > 0) addTo(without, Number(id), missing);
  }
  return without;
}
