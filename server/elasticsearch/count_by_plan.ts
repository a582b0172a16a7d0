import { countByField } from '../../common/event_questions/count_events';
import type { Remark } from '../../common/remark';
import type { CountByField, FieldCounts } from '../ports';
import { allQ, anyQ, notQ, unsureIn } from './bounds';
import { countParts } from './count_parts';
import type { CountPart } from './count_parts';
import { countedValues, firstSearches } from './count_values';
import type { CountingValues } from './count_values';
import type { EsQuery } from './search_client';
import { Tallies } from './tallies';
import { countsPerId, idPathsOf, idsSearch, isCountable } from './ids_aggregation';
import type { Plan } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { totalOf } from './question_totals';
import { eventIdsQ } from './schema_questions';
import { acceptAll, firstHits, otherHits } from './read_plan';

/** Documents per value and event id. What Elasticsearch cannot count is read and counted in memory. */
export function* countByPlan(question: CountByField, prepared: PreparedQuestion): Plan<FieldCounts> {
  const { parts, counting, in_memory, once, others } = prepareCounting(question, prepared);
  const searches = parts.map((part) => firstSearches(part, counting));
  const [totals, first, ...answers] = yield [
    idsSearch(others, prepared.facts),
    firstHits(prepared, in_memory),
    ...searches.flat(),
  ];
  const found = yield* otherHits(prepared, in_memory, first);
  const read = countByField(acceptAll(found, prepared), { field: question.field, max: Infinity });
  const tallies = new Tallies(read.counts, countsPerId(totals));
  let [in_parts, cut] = [0, false];
  for (const [at, part] of parts.entries()) {
    const counted = yield* countedValues(part, answers.splice(0, searches[at]?.length ?? 0), counting);
    cut ||= counted.cut;
    for (const one of counted.values) tallies.add(one, question.field);
    for (const id of part.ids) if (once.has(id)) in_parts += tallies.addDocuments(id, counted.documents[id]);
  }
  const counts = tallies.counts();
  return {
    counts: counts.slice(0, question.max),
    without: cut ? read.without : tallies.without(read.without),
    total: { value: totalOf(totals) + in_parts + read.total.value, exact: true },
    complete: !cut && counts.length <= question.max,
    remarks: [...prepared.remarks(), ...(found.length > 0 ? [checked(prepared)] : [])],
  };
}

const checked = ({ bounds }: PreparedQuestion): Remark => ({
  kind: 'checked_in_memory',
  reasons: [...bounds.reasons, 'values that cannot be counted'],
});

interface PreparedCounting {
  readonly parts: readonly CountPart[];
  readonly counting: CountingValues;
  /** Documents that are read and counted in memory. */
  readonly in_memory: EsQuery;
  /** Event ids whose documents are counted by one part; `others` finds the documents of all other ids. */
  readonly once: ReadonlySet<number>;
  readonly others: EsQuery;
}

function prepareCounting(question: CountByField, prepared: PreparedQuestion): PreparedCounting {
  const { bounds, facts } = prepared;
  const { parts, left } = countParts(question, prepared);
  const idPaths = idPathsOf(facts);
  const once = idsOfOnePart(parts);
  return {
    parts,
    counting: {
      facts,
      max: question.max,
      idPaths: idPaths.every((path) => isCountable(path, facts)) ? idPaths : [],
    },
    in_memory: allQ([bounds.upper, anyQ([left, unsureIn(bounds)])]),
    once,
    others: allQ([bounds.lower, notQ(left), notQ(eventIdsQ([...once], facts))]),
  };
}

function idsOfOnePart(parts: readonly CountPart[]): ReadonlySet<number> {
  const all = parts.flatMap(({ ids }) => ids);
  return new Set(all.filter((id) => all.indexOf(id) === all.lastIndexOf(id)));
}
