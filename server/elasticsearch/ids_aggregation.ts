import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { existsQ } from './path_condition';
import { allQ, notQ } from './bounds';
import type { IndexFacts } from './index_facts';
import { isCountedTogether } from './path_types';
import type { PlannedSearch } from './plan';
import { eventIdsQ } from './schema_questions';
import type { Bucket, EsQuery, SearchAnswer } from './search_client';

/** How many documents of each event id a query finds. */
export function idsSearch(query: EsQuery, facts: IndexFacts): PlannedSearch {
  const body = { size: 0, query, track_total_hits: true, aggs: idsAggregation(facts) };
  return { body };
}

/** Terms of the path that holds the id; documents without it are counted by the next path. Text and paths of several types have no terms, but can be filtered. */
function idsAggregation(facts: IndexFacts): Record<string, unknown> {
  const paths = idPathsOf(facts);
  if (!paths.every((path) => isCountable(path, facts))) {
    const filters = Object.fromEntries(EVENT_KINDS.map(({ id }) => [String(id), eventIdsQ([id], facts)]));
    return { ids: { filters: { filters } } };
  }
  const aggregations = paths.map((path, at) => {
    const terms = { terms: { field: path, size: 1_000 } };
    const earlier = allQ(paths.slice(0, at).map((one) => notQ(existsQ(one))));
    return [`ids_${at}`, at === 0 ? terms : { filter: earlier, aggs: { ids: terms } }];
  });
  return Object.fromEntries(aggregations) as Record<string, unknown>;
}

/** Paths that may hold the event id, in the order of reading. */
export const idPathsOf = ({ schemas, types }: IndexFacts): readonly string[] =>
  [...new Set(schemas.flatMap(({ header }) => header.event_id))].filter((path) => types.paths.has(path));

export const isCountable = (path: string, { types }: IndexFacts): boolean =>
  isCountedTogether(types.typesOf(path));

export function countsPerId(answer: SearchAnswer | undefined): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const aggregation of Object.values(answer?.aggregations ?? {})) {
    const inner = (aggregation as unknown as { ids?: typeof aggregation }).ids ?? aggregation;
    const buckets = (inner.buckets ?? []) as unknown as readonly Bucket[] | Readonly<Record<string, Bucket>>;
    for (const [name, { key = name, doc_count }] of Object.entries(buckets)) {
      if (doc_count > 0) counts[Number(key)] = (counts[Number(key)] ?? 0) + doc_count;
    }
  }
  return counts;
}
