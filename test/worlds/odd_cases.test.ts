import { machinePart, processKey } from '../../common/sysmon/process_guid';
import { HOSTILE_TEXTS, ODD_CASES, ZERO_GUID, oddCases } from './odd_cases';
import { actorOf, only } from './world_facts';

const { events, facts } = oddCases();
const created = (guid: string) => only(events, { id: 1, guid }).fields;

test('parents: none, unknown, itself, each other', () => {
  expect(created(facts.zero_parent)).toMatchObject({
    ParentProcessGuid: ZERO_GUID,
    ParentImage: '-',
    ParentProcessId: '612',
  });
  expect(events.map(actorOf)).not.toContain(created(facts.orphan).ParentProcessGuid);
  expect(created(facts.self_parent).ParentProcessGuid).toBe(facts.self_parent);
  const [a, b] = facts.cycle;
  expect([created(a).ParentProcessGuid, created(b).ParentProcessGuid]).toEqual([b, a]);
});

test('one PID, two processes', () => {
  expect(facts.reused.map((guid) => created(guid).ProcessId)).toEqual(
    Array(2).fill(String(ODD_CASES.reused_pid)),
  );
});

test('an event 1 twice, with two record ids', () => {
  const twice = events.filter((event) => event.eventId === 1 && actorOf(event) === facts.duplicated);
  expect(new Set(twice.map(({ recordId }) => recordId)).size).toBe(2);
  expect(twice[0]?.fields).toEqual(twice[1]?.fields);
});

test('one GUID on two hosts', () => {
  const hosts = events.filter((event) => actorOf(event) === facts.on_two_hosts).map(({ host }) => host);
  expect(new Set(hosts)).toEqual(new Set([ODD_CASES.host, ODD_CASES.other_host]));
});

test('events of nobody', () => {
  const nobody = events.filter(({ fields }) => fields.ProcessGuid === ZERO_GUID);
  expect(nobody).toHaveLength(facts.nobody);
  expect(nobody.map((event) => processKey(actorOf(event)))).toEqual(Array(facts.nobody).fill(undefined));
});

test('a process known by one image load, and one that loads before it starts', () => {
  expect(
    events.filter((event) => actorOf(event) === facts.activity_only).map(({ eventId }) => eventId),
  ).toEqual([7]);
  expect(only(events, { id: 7, guid: facts.early_activity }).utc).toBe(
    only(events, { id: 1, guid: facts.early_activity }).utc - 40,
  );
});

test('tampering is logged with its type', () => {
  expect(only(events, { id: 25, guid: facts.tampered }).fields.Type).toBe('Image is replaced');
});

test.each(Object.entries(HOSTILE_TEXTS))('hostile text: %s stays as it is', (name, text) => {
  const guid = facts.hostile[name as keyof typeof HOSTILE_TEXTS];
  expect(created(guid).CommandLine).toBe(text);
  expect(machinePart(processKey(guid) ?? '')).toBe('0ddca5e5');
});
