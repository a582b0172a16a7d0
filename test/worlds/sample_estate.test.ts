import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { processKey, startOfGuid } from '../../common/sysmon/process_guid';
import { ESTATE_HOSTS } from './background/background_host';
import { background, BACKGROUND_HOURS } from './background';
import { SYSMON_VERSIONS } from './build/sysmon_version';
import { utc } from './build/time_text';
import { sampleEstate } from './sample_estate';
import { actorOf, countById } from './world_facts';
import type { WorldEvent } from './world';

const NOW = utc('2025-11-20 08:00:00.000');
const estate = sampleEstate({ now: NOW });
const { events } = estate;
const ofHost = (name: string) => events.filter(({ host }) => host === name);

test('at least 50,000 events of five hosts, all of the last two days', () => {
  expect(events.length).toBeGreaterThanOrEqual(50_000);
  expect([...new Set(events.map(({ host }) => host))].sort()).toEqual(
    ESTATE_HOSTS.map(({ name }) => name).sort(),
  );
  const times = events.map((event) => event.utc);
  expect(Math.min(...times.slice(0, 1000))).toBeGreaterThanOrEqual(NOW - BACKGROUND_HOURS * 3_600_000);
  expect(times.every((time) => time < NOW)).toBe(true);
});

test('the same seed and end give the same events, another seed others', () => {
  const digest = (of: readonly WorldEvent[]) => JSON.stringify(of.slice(0, 3000));
  const small = (seed: string) => digest(background({ seed, now: NOW, events_per_host: 600 }).events);
  expect(small('a')).toBe(small('a'));
  expect(small('a')).not.toBe(small('b'));
});

test('has every event kind', () => {
  expect(Object.keys(countById(events)).map(Number)).toEqual(EVENT_KINDS.map(({ id }) => id));
});

test.each(ESTATE_HOSTS)(
  '$name: one machine part, start seconds in the GUIDs, record ids in log order without gaps',
  ({ name, machine, sysmon }) => {
    const own = ofHost(name);
    const starts = own.filter(({ eventId }) => eventId === 1);
    for (const { fields, utc: ms } of starts) {
      const key = processKey(fields.ProcessGuid) ?? '';
      expect([key.slice(0, 8), startOfGuid(key)]).toEqual([machine, Math.floor(ms / 1000) * 1000]);
    }
    expect(new Set(starts.map(({ fields }) => fields.ProcessGuid)).size).toBe(starts.length);
    expect(own.map(({ recordId }) => recordId)).toEqual(own.map((_, i) => 100_001 + i));
    expect(Math.max(...own.map(({ eventId }) => eventId % 255))).toBeLessThanOrEqual(
      SYSMON_VERSIONS[sysmon].last_event_id,
    );
  },
);

test("a real log's disorder: UtcTime runs backwards, activity comes before event 1, PIDs come again", () => {
  const log = ofHost('PC-SALES-07');
  expect(log.filter((event, i) => event.utc < (log[i - 1]?.utc ?? 0)).length).toBeGreaterThan(100);
  const starts = new Map(
    log.filter(({ eventId }) => eventId === 1).map(({ fields, utc: ms }) => [fields.ProcessGuid, ms]),
  );
  const early = log.filter((event) => event.utc < (starts.get(actorOf(event)) ?? 0));
  expect(early.length).toBeGreaterThan(100);
  expect(
    Math.max(...early.map((event) => (starts.get(actorOf(event)) ?? 0) - event.utc)),
  ).toBeLessThanOrEqual(50);
  const pids = log.filter(({ eventId }) => eventId === 1).map(({ fields }) => fields.ProcessId);
  expect(new Set(pids).size).toBeLessThan(pids.length);
});

test('most processes hang on the boot tree', () => {
  const starts = ofHost('PC-SALES-07').filter(({ eventId }) => eventId === 1);
  const known = new Set(starts.map(({ fields }) => fields.ProcessGuid));
  const orphans = starts.filter(({ fields }) => !known.has(fields.ParentProcessGuid));
  expect(orphans.length).toBeLessThan(10);
});

test('each story is in it', () => {
  const names = estate.facts.worlds.map(({ name }) => name);
  expect(names).toEqual([
    'background',
    'dns_lookups',
    'exe_detected',
    'mail_to_tempncf88',
    'remote_wmi',
    'wmi_persistence',
    'word_spawns_powershell',
  ]);
  expect(events.length).toBe(estate.facts.worlds.reduce((sum, world) => sum + world.events.length, 0));
});
