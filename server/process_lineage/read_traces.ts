import type { ActivityCounts } from '../../common/api/lineage';
import { gatherFacts } from '../../common/lineage/gather_facts';
import type { ProcessActivity } from '../../common/lineage/tally_activity';
import { and, eventIds } from '../../common/predicate/predicate';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { EventStore, FindEvents, ReadEvents } from '../ports';
import { actsIn, onHost } from '../shared_queries/about_process';
import { TRACE_FIELDS } from '../shared_queries/lineage/node_fields';
import { takeStep, type Reading } from '../shared_queries/lineage/reading';
import type { Window } from '../shared_queries/lineage/window_questions';

/** Up to so many events of one kind it is cheaper to read them, with those of other processes, than to search for one. */
const FEW = 20;
/** Searches of one multi-search. */
const MAX_AT_ONCE = 500;

export interface TraceQuestion extends Window {
  readonly activity: ReadonlyMap<ProcessKey, ProcessActivity>;
  readonly reading: Reading;
}

/**
 * At least one event of each process that so far is a bare GUID: of most all events of the kind that they have fewest of, in one
 * question a kind; of the others the first event. One request for each 500 of these.
 */
export async function readTraces(store: EventStore, question: TraceQuestion): Promise<void> {
  const { facts } = gatherFacts(question.reading.events);
  const bare = [...question.activity].filter(([key]) => !facts.has(key));
  const by_id = new Map<number, ProcessKey[]>();
  const searched: FindEvents[] = [];
  for (const [key, { counts }] of bare) {
    const [id, count] = rarest(counts);
    if (count > FEW) searched.push(firstOf(key, question));
    else if (!by_id.get(id)?.push(key)) by_id.set(id, [key]);
  }
  const questions = [...[...by_id].map(([id, keys]) => allOf(id, { ...question, keys })), ...searched];
  for (let i = 0; i < questions.length; i += MAX_AT_ONCE) {
    await takeStep(store, { find: questions.slice(i, i + MAX_AT_ONCE), reading: question.reading });
  }
}

/** The event id that a process has fewest of, and how many. */
function rarest(counts: ActivityCounts): readonly [id: number, count: number] {
  const kinds = Object.entries(counts).map(([id, count]) => [Number(id), count] as const);
  return kinds.reduce((least, kind) => (kind[1] < least[1] ? kind : least), [0, Infinity]);
}

const allOf = (
  id: number,
  { host, range, keys }: Window & { readonly keys: readonly ProcessKey[] },
): ReadEvents => ({
  kind: 'read',
  where: and(onHost(host), eventIds(id), actsIn(keys)),
  range,
  fields: TRACE_FIELDS,
  max: FEW * keys.length,
});

const firstOf = (key: ProcessKey, { host, range }: Window): FindEvents => ({
  kind: 'find',
  where: and(onHost(host), actsIn([key])),
  range,
  fields: TRACE_FIELDS,
  sort: 'oldest',
  limit: 1,
});
