import type { Client } from '@elastic/elasticsearch';
import type { LineageAnswer } from '../../common/api/lineage';
import { eventIds } from '../../common/predicate/predicate';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { actorOf } from '../../common/lineage/named_processes';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import { esEventStore } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import type { EventStore } from '../../server/ports';
import { getHostForest } from '../../server/process_lineage/get_host_forest';
import { getProcessLineage } from '../../server/process_lineage/get_process_lineage';
import { countRequests } from '../../test/elasticsearch/count_requests';
import { knowableAncestors, parentsIn } from './knowable_ancestors';
import { medianTimes } from './measure';
import { referenceQueries, type HostRange } from './reference_queries';

export interface LineageFigures {
  readonly at: HostRange;
  readonly events: number;
  readonly nodes: number;
  readonly times: Readonly<
    Record<'lineage' | 'from_document' | 'forest' | 'counts' | 'starts_and_ends', number>
  >;
  /** Lineage by the sum of the two reference queries. */
  readonly ratio: number;
  readonly requests: { readonly lineage: number; readonly from_document: number; readonly forest: number };
  readonly ancestors: { readonly found: number; readonly knowable: number; readonly origins: number };
}

/** The busiest host of an index, over all its time; the origin is the process with the largest tree below it. */
export async function benchLineage(client: Client, index: string): Promise<LineageFigures> {
  const store = storeOf(client, index);
  const at = await busiestHost(store, index);
  const starts = await startsOf(store, at);
  const parents = parentsIn(starts);
  const origin = largestTree(parents);
  const document = starts.find((event) => actorOf(event) === origin)?.ref;
  const { host, from, to } = at;
  const actions = {
    lineage: () => getProcessLineage(store, { guid: origin, host, from, to, role: 'source' }),
    from_document: () => getProcessLineage(store, { ...(document ?? { guid: origin }), role: 'source' }),
    forest: () => getHostForest(store, { host, from, to }),
  };
  const lineage = await actions.lineage();
  if (lineage.kind !== 'found') throw new Error(`${index}: ${lineage.kind}`);
  const times = await medianTimes({ ...actions, ...referenceQueries(client, at) });
  return {
    at,
    events: lineage.total,
    nodes: lineage.nodes.length,
    times,
    ratio: times.lineage / (times.counts + times.starts_and_ends),
    requests: {
      lineage: await requestsOf(client, actions.lineage),
      from_document: await requestsOf(client, actions.from_document),
      forest: await requestsOf(client, actions.forest),
    },
    ancestors: await ancestorsFound(store, starts),
  };
}

const storeOf = (client: Client, index: string): EventStore =>
  esEventStore({
    client,
    patterns: [index],
    cache: factsCache({ now: () => Date.now() }),
    operation: 'bench',
  });

async function busiestHost(store: EventStore, index: string): Promise<HostRange> {
  const [hosts] = await store.ask([
    { kind: 'count_by', where: { kind: 'all' }, field: 'Computer', max: 100 },
  ]);
  const [busiest] = hosts.counts;
  if (!busiest) throw new Error(`${index} holds no Sysmon event`);
  return { index, host: busiest.value, from: busiest.first ?? 0, to: (busiest.last ?? 0) + 1 };
}

async function startsOf(store: EventStore, { host }: HostRange): Promise<readonly SysmonEvent[]> {
  const fields = ['ProcessGuid', 'ParentProcessGuid', 'UtcTime'] as const;
  const [starts] = await store.ask([{ kind: 'read', where: eventIds(1), fields, max: 100_000 }]);
  return starts.events.filter((event) => event.host === host);
}

function largestTree(parents: ReadonlyMap<ProcessKey, ProcessKey>): ProcessKey {
  const below = new Map<ProcessKey, number>();
  for (const key of parents.keys()) {
    for (const ancestor of knowableAncestors(key, parents)) {
      if (parents.has(ancestor)) below.set(ancestor, (below.get(ancestor) ?? 0) + 1);
    }
  }
  const [largest] = [...below].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (!largest) throw new Error('No process has a child');
  return largest[0];
}

async function requestsOf(client: Client, action: () => Promise<unknown>): Promise<number> {
  const counter = countRequests(client);
  await action();
  counter.stop();
  return counter.sequential();
}

/** Of every 10th process: its ancestors in the range that is chosen for it, against all that the whole capture knows. */
async function ancestorsFound(
  store: EventStore,
  starts: readonly SysmonEvent[],
): Promise<LineageFigures['ancestors']> {
  const parents = parentsIn(starts);
  const origins = [...parents.keys()].sort().filter((_, at) => at % 10 === 0);
  let [found, knowable] = [0, 0];
  for (const guid of origins) {
    const expected = knowableAncestors(guid, parents);
    const shown = ancestorsIn(await getProcessLineage(store, { guid, role: 'source' }));
    knowable += expected.size;
    found += [...expected].filter((key) => shown.has(key)).length;
  }
  return { found, knowable, origins: origins.length };
}

function ancestorsIn(answer: LineageAnswer): Set<ProcessKey> {
  if (answer.kind !== 'found') return new Set();
  return knowableAncestors(
    answer.origin,
    new Map(answer.nodes.flatMap(({ id, parentId }) => (parentId === undefined ? [] : [[id, parentId]]))),
  );
}
