import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { countingStore } from '../../test/lineage/counting_store';
import { expectConserved } from '../../test/lineage/expect_conserved';
import { BASE, guidOf, HOST, keyOf, made, started, startOf, ZERO_GUID } from '../../test/lineage/made_events';
import { memoryEventStore } from '../memory/memory_event_store';
import { getHostForest } from './get_host_forest';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = { host: HOST, from: BASE - HOUR, to: BASE + DAY };

async function found(events: readonly SysmonEvent[], asked = {}) {
  const forest = await getHostForest(memoryEventStore(events), { ...day, ...asked });
  if (forest.kind !== 'found') throw new Error(JSON.stringify(forest));
  return forest;
}

it('shows all processes of the host, also those known only from activity, and conserves every event', async () => {
  const events = [
    started(1, { parent: 0 }),
    started(2, { parent: 1 }),
    made({ id: 7, at: startOf(5), actor: 5, fields: { Image: 'C:\\svc.exe' } }),
    made({ id: 10, at: startOf(5), actor: 6, target: 5, fields: { SourceImage: 'C:\\src.exe' } }),
    made({ id: 6, at: startOf(5) }),
    made({ id: 9, at: startOf(5), actor: ZERO_GUID }),
    started(1, { host: 'OTHER-01' }),
  ];
  const forest = await found(events);
  expectConserved(forest, 6);
  expect(forest.otherProcesses).toBe(0);
  expect(forest.nodes.map(({ id, image }) => [id, image])).toEqual([
    [keyOf(0), 'C:\\p0.exe'],
    [keyOf(1), 'C:\\p1.exe'],
    [keyOf(2), 'C:\\p2.exe'],
    [keyOf(5), 'C:\\svc.exe'],
    [keyOf(6), 'C:\\src.exe'],
  ]);
});

it('finds the start of a process that was only active in the range, and the chain above it', async () => {
  const before = startOf(3) - 3 * DAY;
  const events = [
    started(2, { at: before }),
    started(3, { at: before + 9, fields: { ParentProcessGuid: guidOf(2, before) } }),
    made({ id: 3, at: BASE, actor: guidOf(3, before + 9) }),
  ];
  const forest = await found(events);
  expect(forest.nodes).toMatchObject([{ known: 'recorded' }, { known: 'recorded', counts: { 3: 1 } }]);
  expect(forest.notes.map(({ kind }) => kind)).toContain('ancestors_outside_range');
});

describe('processes that only their activity describes', () => {
  const bare = (processes: number, events: number) =>
    Array.from({ length: processes * events }, (_, i) => {
      const n = i % processes;
      return made({ id: 3, at: startOf(n) + i, actor: n, fields: { Image: `C:\\p${n}.exe` } });
    });

  it.each([
    [1200, 1],
    [30, 20],
    [30, 21],
  ])('%i of them with %i events each are described in one more request', async (processes, events) => {
    const store = countingStore(memoryEventStore(bare(processes, events)));
    const forest = await getHostForest(store, day);
    if (forest.kind !== 'found') throw new Error(forest.kind);
    expect(forest.nodes.map(({ id, image }) => [id, image])).toEqual(
      Array.from({ length: processes }, (_, n) => [keyOf(n), `C:\\p${n}.exe`]),
    );
    expectConserved(forest, processes * events);
    expect(store.asked.length).toBe(2);
  });
});

it('comes in pages, each process once', async () => {
  const events = Array.from({ length: 10 }, (_, n) => started(n, n > 0 ? { parent: n % 3 } : {}));
  const all = await found(events);
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await found(events, { max_nodes: 3, after });
    expectConserved(page, events.length);
    ids.push(...page.nodes.map(({ id }) => id));
    after = page.notes.find((note) => note.kind === 'truncated')?.after;
  } while (after !== undefined);
  expect(ids).toEqual(all.nodes.map(({ id }) => id));
});

it('tells an empty range from an unknown host, and refuses what it cannot mean', async () => {
  const store = memoryEventStore([started(1)]);
  expect(await getHostForest(store, { ...day, from: BASE + HOUR })).toMatchObject({
    kind: 'found',
    nodes: [],
    total: 0,
    host: HOST,
  });
  expect(await getHostForest(store, { ...day, host: 'NOBODY' })).toMatchObject({
    kind: 'not_found',
    what: 'host',
  });
  expect(await getHostForest(store, { ...day, to: day.from })).toMatchObject({ kind: 'invalid' });
  expect(await getHostForest(store, { ...day, after: 'gone' })).toMatchObject({ kind: 'invalid' });
});
