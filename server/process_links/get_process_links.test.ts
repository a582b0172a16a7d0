import { countingStore } from '../../test/lineage/counting_store';
import { BASE, guidOf, HOST, keyOf, made, started, startOf } from '../../test/lineage/made_events';
import { mailToTempncf88 } from '../../test/worlds/mail_to_tempncf88';
import { eventsOfWorld } from '../../test/worlds/world_documents';
import { processKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { memoryEventStore } from '../memory/memory_event_store';
import { getProcessLinks, type AskedProcessLinks } from './get_process_links';

const HOUR = 3_600_000;
const range = { from: BASE - HOUR, to: BASE + HOUR };

async function ask(
  events: readonly SysmonEvent[],
  asked: Omit<AskedProcessLinks, 'host'> & { host?: string },
) {
  const store = countingStore(memoryEventStore(events));
  const answer = await getProcessLinks(store, { host: HOST, ...asked });
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return { ...answer, requests: store.asked.length };
}

const access = (source: number, target: number, at = startOf(9)) =>
  made({ id: 10, at, actor: source, target, fields: { GrantedAccess: '0x1410' } });
const pipe = (id: 17 | 18, actor: number, at: number) => made({ id, at, actor, fields: { PipeName: '\\p' } });

it('source 001: TempNcF88.eXe and its rundll32 children inject into Explorer', async () => {
  const { events, facts } = mailToTempncf88();
  const [{ host, tempncf88, rundll32, explorer }] = facts;
  const { links } = await ask(eventsOfWorld({ name: 'mail', events, facts }, 'winlogbeat_raw'), {
    host,
    guid: tempncf88,
  });
  const threads = links.filter(({ kind }) => kind === 'remote_thread');
  expect(threads.map(({ source }) => source).sort()).toEqual([tempncf88, ...rundll32].map(processKey).sort());
  expect(threads.every(({ target, count }) => target === processKey(explorer) && count === 1)).toBe(true);
});

it('shows the links of a tree, or of the whole host', async () => {
  const events = [
    started(1),
    started(2, { parent: 1 }),
    started(7),
    access(2, 7),
    access(7, 8),
    access(8, 8),
  ];
  const tree = await ask(events, { guid: guidOf(2), ...range });
  expect(tree.links).toMatchObject([{ source: keyOf(2), target: keyOf(7), count: 1 }]);
  const host = await ask(events, range);
  expect(host).toMatchObject({ total: 3, unlinked: { self: 1 } });
  expect(host.links).toHaveLength(2);
});

it('takes as many requests for many events as for few', async () => {
  const events = [started(1), started(2, { parent: 1 })];
  const many = Array.from({ length: 3000 }, (_, n) => access(1, 2 + (n % 500), startOf(2) + n));
  const few = await ask([...events, access(1, 2)], { guid: guidOf(1), ...range });
  const lots = await ask([...events, ...many], { guid: guidOf(1), ...range });
  expect([few.requests, lots.requests]).toEqual([2, 2]);
  expect(lots.links.reduce((sum, { count }) => sum + count, 0)).toBe(3000);
  expect((await ask([...events, ...many], range)).requests).toBe(1);
});

it('finds the creator of a pipe before the range', async () => {
  const answer = await ask([pipe(17, 1, BASE - 9 * HOUR), pipe(18, 2, startOf(3))], range);
  expect(answer.links).toMatchObject([{ kind: 'pipe', source: keyOf(1), target: keyOf(2) }]);
  expect(answer.requests).toBe(2);
});

it('another host and another time are left out', async () => {
  const elsewhere = made({ id: 10, at: startOf(9), actor: 1, target: 2, host: 'OTHER' });
  const later = access(1, 2, BASE + 2 * HOUR);
  expect((await ask([elsewhere, later, access(3, 4)], range)).links).toMatchObject([{ source: keyOf(3) }]);
});

it('an unknown process is not found, and what cannot be meant is refused', async () => {
  const store = memoryEventStore([started(1)]);
  const kindOf = async (asked: Omit<AskedProcessLinks, 'host'>) =>
    (await getProcessLinks(store, { host: HOST, ...asked })).kind;
  expect(await kindOf({ guid: guidOf(9), ...range })).toBe('not_found');
  expect(await kindOf({ guid: 'x' })).toBe('invalid');
  expect(await kindOf({})).toBe('invalid');
  expect(await kindOf({ from: 2, to: 1 })).toBe('invalid');
});
