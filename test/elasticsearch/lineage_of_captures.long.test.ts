import type { Client } from '@elastic/elasticsearch';
import { basename } from 'node:path';
import type { ForestAnswer } from '../../common/api/lineage';
import { esEventStore } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import { memoryEventStore } from '../../server/memory/memory_event_store';
import type { EventStore } from '../../server/ports';
import { getHostForest } from '../../server/process_lineage/get_host_forest';
import { getProcessLineage } from '../../server/process_lineage/get_process_lineage';
import { importEvents } from '../../tools/import_events/import_events';
import { expectConserved } from '../lineage/expect_conserved';
import { CAPTURES, NO_HOST, PERF_CAPTURES, readSharedEvents } from '../shared_data/read_shared_events';
import { describeWithSharedData, sharedFile } from '../shared_data/shared_dir';
import { engineClient, freshIndexName } from './engine';

/** Small enough to be held against memory node by node. */
const COMPARED = ['03_', '06_', '07_', '08_'];

const storeOf = (client: Client, index: string): EventStore =>
  esEventStore({
    client,
    patterns: [index],
    cache: factsCache({ now: () => 0 }),
    operation: 'lineage',
  });

/** The same apart from the name of the index. */
const comparable = (forest: ForestAnswer): unknown =>
  JSON.parse(
    JSON.stringify(forest, (key, value: unknown) =>
      key === 'index' || key === 'remarks' ? undefined : value,
    ),
  );

async function expectHost(store: EventStore, { host, first, last, total }: HostOfIndex): Promise<void> {
  const range = { from: first, to: last + 1 };
  const forest = await getHostForest(store, { host, ...range });
  if (forest.kind !== 'found') throw new Error(`${host}: ${forest.kind}`);
  expectConserved(forest, total);
  expect(forest.otherProcesses).toBe(0);
  const origin = forest.nodes.at(-1);
  if (!origin) return;
  const lineage = await getProcessLineage(store, { guid: origin.id, host, ...range, role: 'source' });
  if (lineage.kind !== 'found') throw new Error(`${origin.id}: ${lineage.kind}`);
  expectConserved(lineage, total);
  expect(lineage.nodes.find(({ id }) => id === origin.id)?.counts).toEqual(origin.counts);
}

interface HostOfIndex {
  readonly host: string;
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

async function hostsIn(store: EventStore): Promise<HostOfIndex[]> {
  const everything = { kind: 'all' } as const;
  const [counted] = await store.ask([{ kind: 'count_by', where: everything, field: 'Computer', max: 1000 }]);
  return counted.counts.map(({ value, first = NaN, last = NaN, total }) => ({
    host: value,
    first,
    last,
    total,
  }));
}

describeWithSharedData('real captures on the engine', () => {
  const client = engineClient();
  afterAll(() => client.close());

  it.each([...CAPTURES, ...PERF_CAPTURES])(
    '%s: every event that was loaded is counted once, in forest and lineage',
    async (file) => {
      const index = freshIndexName('capture');
      try {
        const { sysmon } = await importEvents({ client, index, files: [sharedFile(file)], host: NO_HOST });
        const store = storeOf(client, index);
        const hosts = await hostsIn(store);
        expect(new Map(hosts.map(({ host, total }) => [host, total]))).toEqual(sysmon.by_host);
        for (const host of hosts) await expectHost(store, host);
        if (COMPARED.some((name) => basename(file).startsWith(name))) await compare(store, { file, hosts });
      } finally {
        await client.indices.delete({ index }, { ignore: [404] });
      }
    },
    240_000,
  );

  async function compare(
    store: EventStore,
    { file, hosts }: { file: string; hosts: readonly HostOfIndex[] },
  ): Promise<void> {
    const memory = memoryEventStore(await readSharedEvents(sharedFile(file)));
    for (const { host, first, last } of hosts) {
      const asked = { host, from: first, to: last + 1 };
      const [on_engine, in_memory] = [await getHostForest(store, asked), await getHostForest(memory, asked)];
      expect(comparable(on_engine)).toEqual(comparable(in_memory));
    }
  }
});
