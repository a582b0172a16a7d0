import { readEvent } from '../../common/field_schemas/read_event';
import { isRecord } from '../../common/field_schemas/values';
import type { DocumentRef } from '../../common/sysmon/sysmon_event';
import type { StoredDocument } from '../ports';
import { checkedAnswer, Refused, thrownAsProblem } from './checked_answer';
import type { SearchAnswer, SearchHit } from './search_client';
import type { SearchTarget } from './search_target';

/** Ids of one search; far below the limit of clauses. */
const MAX_IDS = 1_000;

interface Group {
  readonly index: string;
  readonly ids: readonly string[];
}

/**
 * Documents by address, in the order asked; an alias of several indices may hold several with one id. By _search, since _get knows
 * neither such aliases, data streams nor other clusters.
 */
export async function getDocuments(
  refs: readonly DocumentRef[],
  target: SearchTarget,
): Promise<readonly StoredDocument[]> {
  const groups = groupsOf(refs);
  if (groups.length === 0) return [];
  const searches = groups.flatMap(({ index, ids }) => [
    { index, allow_no_indices: true },
    { size: MAX_IDS, query: { ids: { values: ids } }, _source: true, track_total_hits: false },
  ]);
  const all_indices = [...new Set(groups.map(({ index }) => index))].join(',');
  const answer = await thrownAsProblem(
    () => target.client.msearch({ searches }, target.options),
    all_indices,
  );
  const { responses = [] } = answer as { responses?: readonly SearchAnswer[] };
  const found = new Map<string, SearchHit[]>();
  for (const [at, { index }] of groups.entries()) {
    for (const hit of hitsOf(responses[at], { ...target, index })) {
      const key = keyOf({ index, id: hit._id });
      found.set(key, [...(found.get(key) ?? []), hit]);
    }
  }
  return refs.flatMap((ref) => found.get(keyOf(ref)) ?? []).map(documentOf);
}

const keyOf = ({ index, id }: DocumentRef): string => JSON.stringify([index, id]);

function groupsOf(refs: readonly DocumentRef[]): readonly Group[] {
  const ids = new Map<string, Set<string>>();
  for (const { index, id } of refs) ids.set(index, (ids.get(index) ?? new Set()).add(id));
  return [...ids].flatMap(([index, of_index]) => {
    const all = [...of_index];
    const starts = Array.from({ length: Math.ceil(all.length / MAX_IDS) }, (_, at) => at * MAX_IDS);
    return starts.map((start) => ({ index, ids: all.slice(start, start + MAX_IDS) }));
  });
}

function hitsOf(answer: SearchAnswer | undefined, target: SearchTarget): readonly SearchHit[] {
  try {
    return checkedAnswer(answer ?? {}, target).hits?.hits ?? [];
  } catch (refused) {
    throw refused instanceof Refused ? refused.problem : refused;
  }
}

function documentOf(hit: SearchHit): StoredDocument {
  const read = readEvent(hit);
  const source = isRecord(hit._source) ? hit._source : {};
  const document = { ref: { index: hit._index, id: hit._id }, source };
  return read.kind === 'event' ? { ...document, event: read.event } : { ...document, reason: read.reason };
}
