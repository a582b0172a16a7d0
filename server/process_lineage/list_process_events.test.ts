import { sumOf } from '../../common/lineage/tally_activity';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { BASE, guidOf, HOST, keyOf, made, started, startOf } from '../../test/lineage/made_events';
import { memoryEventStore } from '../memory/memory_event_store';
import { getHostForest } from './get_host_forest';
import { listProcessEvents, type AskedProcessEvents } from './list_process_events';

const received = [
  made({ id: 10, at: startOf(3), actor: 2, target: 1 }),
  made({ id: 8, at: startOf(4), actor: 2, target: 1 }),
];
const to_itself = made({ id: 10, at: startOf(5), actor: 1, target: 1 });
const own = [
  started(1),
  ...Array.from({ length: 7 }, (_, i) =>
    made({ id: 3, at: startOf(1), actor: 1, fields: { DestinationPort: String(i) } }),
  ),
  made({ id: 11, at: startOf(2), actor: 1, fields: { TargetFilename: 'C:\\Users\\Bill.zip' } }),
  to_itself,
  made({ id: 5, at: startOf(9), actor: 1 }),
];
const events = [...own, ...received, started(2, { parent: 1 })];
const store = memoryEventStore(events);

async function all(asked: Partial<AskedProcessEvents>): Promise<SysmonEvent[]> {
  const read: SysmonEvent[] = [];
  let after: string | undefined;
  do {
    const page = await listProcessEvents(store, {
      guid: guidOf(1),
      limit: 3,
      sort: 'oldest',
      received: 'false',
      ...asked,
      after,
    });
    if (page.kind !== 'found') throw new Error(JSON.stringify(page));
    read.push(...page.events);
    after = page.next;
  } while (after !== undefined);
  return read;
}

const addresses = (list: readonly SysmonEvent[]): string[] => list.map(({ ref }) => ref.id).sort();

it('reaches every event of the process exactly once: those that its counts count', async () => {
  const listed = await all({});
  expect(addresses(listed)).toEqual(addresses(own));
  const forest = await getHostForest(store, { host: HOST, from: BASE, to: startOf(100) });
  const node = forest.kind === 'found' && forest.nodes.find(({ id }) => id === keyOf(1));
  expect(node && sumOf(node.counts)).toBe(listed.length);
});

it('adds what was done to it when asked, an access to itself still once', async () => {
  expect(addresses(await all({ received: 'true' }))).toEqual(addresses([...own, ...received]));
});

it('filters by host, time, event ids and any text', async () => {
  expect(await all({ host: 'OTHER-01' })).toEqual([]);
  expect(addresses(await all({ ids: '5,11' }))).toEqual(
    addresses(own.filter(({ eventId }) => eventId === 5 || eventId === 11)),
  );
  expect(await all({ text: 'bill.ZIP' })).toMatchObject([{ eventId: 11 }]);
  expect(await all({ from: startOf(9), to: startOf(10) })).toMatchObject([{ eventId: 5 }]);
});

it('lists the newest first when asked', async () => {
  const listed = await all({ sort: 'newest' });
  expect(listed.map(({ time }) => time.ms)).toEqual(listed.map(({ time }) => time.ms).sort((a, b) => b - a));
  expect(addresses(listed)).toEqual(addresses(own));
});

it('refuses what is no process', async () => {
  const asked = { limit: 3, sort: 'oldest', received: 'false' } as const;
  expect(await listProcessEvents(store, { guid: 'x', ...asked })).toMatchObject({ kind: 'invalid' });
  expect(await listProcessEvents(store, { guid: guidOf(1), ...asked, from: 2, to: 1 })).toMatchObject({
    kind: 'invalid',
  });
});
