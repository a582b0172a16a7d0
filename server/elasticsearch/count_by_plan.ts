import { addTo, byFrequency, countByField, countedValue } from '../../common/event_questions/count_events';
import type { Remark } from '../../common/remark';
import type { CountByField, FieldCount, FieldCounts } from '../ports';
import { existsQ } from './ask_path';
import { allQ, anyQ, isExact, NONE, notQ } from './bounds';
import { countParts } from './count_parts';
import type { CountPart } from './count_parts';
import { countedValues, firstSearches } from './count_values';
import type { CountedValue } from './count_values';
import { countsPerId, idPathsOf, idsSearch, isCountable } from './ids_aggregation';
import type { Plan } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { totalOf } from './question_totals';
import { eventIdsQ } from './schema_questions';
import { acceptAll, firstHits, otherHits } from './read_plan';

interface Tally {
  total: number;
  events: Record<number, number>;
  first?: number;
  last?: number;
}

type PerEventId = Readonly<Record<number, number>>;

/** Documents per value and event id. What Elasticsearch cannot count is read and counted in memory. */
export function* countByPlan(question: CountByField, prepared: PreparedQuestion): Plan<FieldCounts> {
  const { bounds, facts } = prepared;
  const [idPath, ...otherIdPaths] = idPathsOf(facts);
  const { parts, left: left_by_parts } = countParts(question, prepared);
  const is_nested = idPath !== undefined && isCountable(idPath, facts);
  const elsewhere = is_nested && otherIdPaths.length > 0 ? notQ(existsQ(idPath)) : NONE;
  const left = anyQ([left_by_parts, elsewhere]);
  const unsure = isExact(bounds) ? NONE : allQ([bounds.upper, notQ(bounds.lower)]);
  const in_memory = anyQ([allQ([bounds.upper, left]), unsure]);
  const counting = { facts, max: question.max, idPath: is_nested ? idPath : undefined };
  const counted_once = idsOfOnePart(parts);
  const searches = parts.map((part) => firstSearches(part, counting));
  const [totals, first, ...answers] = yield [
    idsSearch(allQ([bounds.lower, notQ(left), notQ(eventIdsQ(counted_once, facts))]), facts),
    firstHits(prepared, in_memory),
    ...searches.flat(),
  ];
  const found = yield* otherHits(prepared, in_memory, first);
  const read = countByField(acceptAll(found, prepared), { field: question.field, max: Infinity });
  const tallies = new Map<string, Tally>(
    read.counts.map(({ value, ...counts }) => [value, { ...counts, events: { ...counts.events } }]),
  );
  const valued: Record<number, number> = {};
  const ids: Record<number, number> = { ...countsPerId(totals) };
  let in_parts = 0;
  let cut = false;
  for (const [at, part] of parts.entries()) {
    const counted = yield* countedValues(part, answers.splice(0, searches[at]?.length ?? 0), counting);
    cut ||= counted.cut;
    for (const one of counted.values) addValue({ tallies, valued }, one, question);
  }
  const counts = [...tallies]
    .map(([value, counted]): FieldCount => ({ value, ...counted }))
    .sort(byFrequency);
  return {
    counts: counts.slice(0, question.max),
    without: cut ? read.without : withoutValue(ids, valued, read.without),
    total: { value: totalOf(totals) + in_parts + read.total.value, exact: true },
    complete: !cut && counts.length <= question.max,
    remarks: [...prepared.remarks(), ...(found.length > 0 ? [checked(prepared)] : [])],
  };
}

/** Documents of these ids are counted with their values; the other ids on their own. */
function idsOfOnePart(parts: readonly CountPart[]): readonly number[] {
  const all = parts.flatMap(({ ids }) => ids);
  return all.filter((id) => all.indexOf(id) === all.lastIndexOf(id));
}

const checked = ({ bounds }: PreparedQuestion): Remark => ({
  kind: 'checked_in_memory',
  reasons: [...bounds.reasons, 'values that cannot be counted'],
});

interface Counted {
  readonly tallies: Map<string, Tally>;
  /** Documents with a value, per event id. */
  readonly valued: Record<number, number>;
}

function addValue(
  { tallies, valued }: Counted,
  { id, count, first, last, ...one }: CountedValue,
  { field }: CountByField,
): void {
  const value = countedValue(one.value, field);
  if (value === undefined) return;
  const tally = tallies.get(value) ?? { total: 0, events: {} };
  tally.total += count;
  addTo(tally.events, id, count);
  addTo(valued, id, count);
  if (first !== undefined) tally.first = Math.min(tally.first ?? Infinity, first);
  if (last !== undefined) tally.last = Math.max(tally.last ?? -Infinity, last);
  tallies.set(value, tally);
}

function withoutValue(ids: PerEventId, valued: PerEventId, read: PerEventId): PerEventId {
  const without: Record<number, number> = { ...read };
  for (const [id, count] of Object.entries(ids)) {
    const missing = count - (valued[Number(id)] ?? 0);
    if (missing > 0) addTo(without, Number(id), missing);
  }
  return without;
}
