import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { LineageNode } from '../../common/api/lineage';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { memoryEventStore } from '../../server/memory/memory_event_store';
import type { EventStore } from '../../server/ports';
import { getHostForest } from '../../server/process_lineage/get_host_forest';
import { getProcessLineage } from '../../server/process_lineage/get_process_lineage';
import { CAPTURES, OTHER_SHAPES, PERF_CAPTURES, readSharedEvents } from '../shared_data/read_shared_events';
import { describeWithSharedData, sharedFile } from '../shared_data/shared_dir';
import { expectConserved } from './expect_conserved';
import { treeFigures, type TreeFigures } from './tree_figures';

const FIGURES = [
  'procs',
  'comps',
  'comps_phantom',
  'bigcomp',
  'bigcomp_phantom',
  'maxdepth',
  'maxfan',
] as const;

const expectedFigures = (file: string): TreeFigures => {
  const counts = JSON.parse(readFileSync(sharedFile('counts.json'), 'utf8')) as Record<string, TreeFigures>;
  const of_file = counts[file];
  if (!of_file) throw new Error(`counts.json has no ${file}`);
  return Object.fromEntries(FIGURES.map((name) => [name, of_file[name]])) as unknown as TreeFigures;
};

interface HostEvents {
  readonly host: string;
  readonly events: readonly SysmonEvent[];
  readonly store: EventStore;
  readonly from: number;
  readonly to: number;
}

function byHost(events: readonly SysmonEvent[]): HostEvents[] {
  return [...new Set(events.map(({ host }) => host))].map((host) => {
    const own = events.filter((event) => event.host === host);
    const times = own.map(({ time }) => time.ms).sort((a, b) => a - b);
    return {
      host,
      events: own,
      store: memoryEventStore(own),
      from: times[0] ?? 0,
      to: (times.at(-1) ?? 0) + 1,
    };
  });
}

async function forestOf({ host, from, to, store }: HostEvents) {
  const forest = await getHostForest(store, { host, from, to });
  if (forest.kind !== 'found') throw new Error(`${host}: ${forest.kind}`);
  return forest;
}

/** A recorded one, one without event 1, and the one with the most ancestors: the last of the longest chain. */
function someOf(nodes: readonly LineageNode[]): LineageNode[] {
  const depths = new Map<string, number>();
  for (const { id, parentId } of nodes) depths.set(id, (depths.get(parentId ?? '') ?? 0) + 1);
  const deepest = [...nodes].sort((a, b) => (depths.get(b.id) ?? 0) - (depths.get(a.id) ?? 0))[0];
  const inferred = nodes.find(({ known, counts }) => known === 'inferred' && Object.keys(counts).length > 0);
  return [deepest, inferred].filter((node) => node !== undefined);
}

describeWithSharedData('real captures, in memory', () => {
  it.each([...CAPTURES, ...PERF_CAPTURES, ...OTHER_SHAPES])(
    '%s: every event of each host is counted once, in forest and lineages',
    async (file) => {
      const hosts = byHost(await readSharedEvents(sharedFile(file)));
      const nodes: LineageNode[] = [];
      expect(hosts).not.toEqual([]);
      for (const host of hosts) {
        const forest = await forestOf(host);
        expectConserved(forest, host.events.length);
        expect(forest.otherProcesses).toBe(0);
        expect(new Set(forest.nodes.map(({ id }) => id)).size).toBe(forest.nodes.length);
        expect(forest.nodes.filter(({ image }) => image === undefined)).toEqual([]);
        nodes.push(...forest.nodes);
        for (const { id } of someOf(forest.nodes)) await expectLineage(host, id);
      }
      if (CAPTURES.some((capture) => capture === file)) {
        expect(treeFigures(nodes)).toEqual(expectedFigures(basename(file)));
      }
    },
    120_000,
  );
});

async function expectLineage({ store, host, events, from, to }: HostEvents, guid: string): Promise<void> {
  const lineage = await getProcessLineage(store, { guid, host, from, to, role: 'source' });
  if (lineage.kind !== 'found') throw new Error(`${guid}: ${lineage.kind}`);
  expectConserved(lineage, events.length);
  expect(lineage.nodes.some(({ id }) => id === lineage.origin)).toBe(true);
}
