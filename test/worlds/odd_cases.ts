import { SYSTEM, person } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { World, WorldEvent } from './world';

export const ZERO_GUID = '{00000000-0000-0000-0000-000000000000}';

/** Text that endpoints can put into names and command lines. */
export const HOSTILE_TEXTS = {
  markup: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  right_to_left: 'invoice\u202Egpj.exe',
  controls: 'one\u0000two\u001B[31mred\u0007\r\nnew line',
  zero_width: 'pay\u200Bpal\uFEFF.exe',
  template: '${7*7} {{7*7}} %s %n ../../etc/passwd',
  query: '*" OR _exists_:* ) { "match_all": {} } //',
  formula: '=cmd|"/c calc"!A1',
  surrogate: 'half \uD83D pair',
  very_long: 'A'.repeat(40_000),
} as const;

/** What logs of real collections hold and what a hostile endpoint can write: nothing of it may hang, be lost, or be run. */
export const ODD_CASES = {
  host: 'ODD-01',
  other_host: 'ODD-02',
  started: '2024-05-01 00:00:00.000',
  reused_pid: 4444,
} as const;

export interface OddFacts {
  /** Parent GUID is all zero, parent image a dash. */
  readonly zero_parent: string;
  /** Its parent has no event at all. */
  readonly orphan: string;
  readonly self_parent: string;
  /** Each is the other's parent. */
  readonly cycle: readonly [string, string];
  /** Different processes of one PID, in the order of time. */
  readonly reused: readonly [string, string];
  /** Known only by an image load. */
  readonly activity_only: string;
  readonly tampered: string;
  /** Its event 1 is in the log twice, with two record ids. */
  readonly duplicated: string;
  /** The same GUID is on two hosts. */
  readonly on_two_hosts: string;
  /** Starts 40 ms after its own first image load. */
  readonly early_activity: string;
  readonly hostile: Readonly<Record<keyof typeof HOSTILE_TEXTS, string>>;
  /** Events with the zero GUID. */
  readonly nobody: number;
}

/** @param at when it begins, ms; absent = the world's own time */
export function oddCases(at?: number): World<OddFacts> {
  const t = storyClock(ODD_CASES.started, at);
  const host = new WorldHost({
    name: ODD_CASES.host,
    machine: '0ddca5e5',
    ip: '192.168.9.1',
    sysmon: '15.15',
    seed: 'odd',
  });
  const other = new WorldHost({
    name: ODD_CASES.other_host,
    machine: '0ddca5e5',
    ip: '192.168.9.2',
    sysmon: '15.15',
    seed: 'odd2',
  });
  const facts = {
    ...oddParents(host, t),
    ...oddProcesses(host, t),
    ...twoHosts(host, other, t),
    hostile: hostileTexts(host, t),
    nobody: nobody(host, t),
  };
  return { name: 'odd_cases', events: withDuplicate(eventsOf(host, other), facts.duplicated), facts };
}

type Clock = (text: string) => number;
const CMD = 'C:\\Windows\\System32\\cmd.exe';

function oddParents(host: WorldHost, t: Clock) {
  const start = (time: string, fields: Readonly<Record<string, string>> = {}) =>
    host.process({
      at: t(`2024-05-01 ${time}`),
      image: CMD,
      account: person('ODD-01\\user', '0x9a1'),
      fields,
    });
  const zero_parent = start('00:01:00.000', { ParentProcessId: '612' });
  const orphan = start('00:01:01.000', {
    ParentProcessGuid: host.guids.of(t('2024-04-30 23:00:00.000')),
    ParentProcessId: '3308',
    ParentImage: 'C:\\gone.exe',
    ParentCommandLine: 'gone.exe -x',
  });
  const self = host.guids.of(t('2024-05-01 00:01:02.000'));
  start('00:01:02.000', { ProcessGuid: self, ParentProcessGuid: self, ParentImage: CMD });
  const [a, b] = [host.guids.of(t('2024-05-01 00:01:03.000')), host.guids.of(t('2024-05-01 00:01:04.000'))];
  start('00:01:03.000', { ProcessGuid: a, ParentProcessGuid: b, ParentImage: CMD });
  start('00:01:04.000', { ProcessGuid: b, ParentProcessGuid: a, ParentImage: CMD });
  return { zero_parent: zero_parent.guid, orphan: orphan.guid, self_parent: self, cycle: [a, b] as const };
}

function oddProcesses(host: WorldHost, t: Clock) {
  const pid = ODD_CASES.reused_pid;
  const first = host
    .process({ at: t('2024-05-01 00:02:00.000'), image: CMD, account: SYSTEM, pid })
    .ends(t('2024-05-01 00:02:01.000'));
  const second = host.process({
    at: t('2024-05-01 00:05:00.000'),
    image: 'C:\\Windows\\System32\\whoami.exe',
    account: SYSTEM,
    pid,
  });
  const unseen = host
    .process({
      at: t('2024-05-01 00:02:10.000'),
      image: 'C:\\Windows\\System32\\audiodg.exe',
      recorded: false,
    })
    .loads({ at: t('2024-05-01 00:02:11.000'), file: 'C:\\Windows\\System32\\ntdll.dll' });
  const tampered = host
    .process({ at: t('2024-05-01 00:02:20.000'), image: 'C:\\Windows\\System32\\notepad.exe' })
    .act(25, t('2024-05-01 00:02:20.050'), { Type: 'Image is replaced' });
  const duplicated = host.process({ at: t('2024-05-01 00:02:30.000'), image: CMD });
  const early = host
    .process({ at: t('2024-05-01 00:02:40.040'), image: CMD })
    .loads({ at: t('2024-05-01 00:02:40.000'), file: 'C:\\Windows\\System32\\ntdll.dll' });
  return {
    reused: [first.guid, second.guid] as const,
    activity_only: unseen.guid,
    tampered: tampered.guid,
    duplicated: duplicated.guid,
    early_activity: early.guid,
  };
}

/** Cloned machines have one machine part (seen in a public collection); a GUID on both is possible, though never seen. */
function twoHosts(host: WorldHost, other: WorldHost, t: Clock) {
  const tail = '4242-000000004200';
  const here = host.process({ at: t('2024-05-01 00:03:00.000'), tail, image: CMD });
  other
    .process({ at: t('2024-05-01 00:03:00.500'), tail, image: CMD })
    .child({ at: t('2024-05-01 00:03:05.000'), image: CMD });
  return { on_two_hosts: here.guid };
}

function hostileTexts(host: WorldHost, t: Clock): Record<keyof typeof HOSTILE_TEXTS, string> {
  const guids = Object.entries(HOSTILE_TEXTS).map(([name, text], i) => {
    const at = t('2024-05-01 00:04:00.000') + i * 1000;
    const process = host
      .process({ at, image: `C:\\odd\\${text}`, commandLine: text })
      .writes({ at: at + 10, file: `C:\\odd\\${text}` });
    return [name, process.asksName({ at: at + 20, name: text, results: text }).guid];
  });
  return Object.fromEntries(guids) as Record<keyof typeof HOSTILE_TEXTS, string>;
}

/** Sysmon writes the zero GUID and this image when the process was gone before it looked. */
function nobody(host: WorldHost, t: Clock): number {
  const unknown = { ProcessGuid: ZERO_GUID, ProcessId: '4', Image: '<unknown process>' };
  const at = t('2024-05-01 00:06:00.000');
  host
    .event({
      id: 22,
      at,
      fields: {
        ...unknown,
        QueryName: 'www.example.com',
        QueryStatus: '0',
        QueryResults: '::ffff:198.51.100.1;',
      },
    })
    .event({
      id: 3,
      at: at + 1,
      fields: {
        ...unknown,
        Protocol: 'udp',
        Initiated: 'true',
        SourceIsIpv6: 'true',
        SourceIp: 'fe80:0:0:0:44af:1111:2222:3333',
        SourcePort: '5353',
        DestinationIsIpv6: 'true',
        DestinationIp: 'ff02:0:0:0:0:0:0:fb',
        DestinationPort: '5353',
      },
    })
    .event({ id: 5, at: at + 2, fields: unknown })
    .event({ id: 255, at: at + 3, fields: { ID: 'DNSQUERY', Description: 'Failed to start' } });
  return 3;
}

/** The event 1 once more under the next free record id: forwarded twice, or collected twice. */
function withDuplicate(events: readonly WorldEvent[], guid: string): readonly WorldEvent[] {
  const original = events.find(({ eventId, fields }) => eventId === 1 && fields.ProcessGuid === guid);
  if (!original) throw new Error('the duplicated process has no event 1');
  return [...events, { ...original, recordId: Math.max(...events.map(({ recordId }) => recordId)) + 1 }];
}
