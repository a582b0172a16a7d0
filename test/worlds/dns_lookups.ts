import { person } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { WorldProcess } from './build/world_process';
import type { World } from './world';

/** RuleName of every row that no source shows. */
export const CONSTRUCTED = 'constructed';

/**
 * DNS queries. `ping www.youtube.com` twice is from source 002 (Sysmon 10.1 on the host of source 000): times, GUIDs, PIDs, answers
 * (the second answer stands there without "::ffff:" and split, after its pipeline). The constructed rows have the forms that
 * were counted in public collections, with reserved names and addresses.
 */
export const DNS_LOOKUPS = {
  host: 'DESKTOP-XXXXXXXX',
  name: 'www.youtube.com',
  canonical: 'youtube-ui.l.google.com',
  first: {
    at: '2019-06-20 13:38:32.815',
    process: '{22052e76-8c58-5d0b-0000-001018c26100}',
    pid: 3512,
    answers: 12,
  },
  second: {
    at: '2019-06-20 13:38:36.570',
    process: '{22052e76-8c5c-5d0b-0000-0010d9c66100}',
    pid: 2744,
    answers: 12,
  },
  from_source: 2,
  constructed: 20,
} as const;

const FIRST =
  '172.217.31.174 172.217.161.46 216.58.197.206 216.58.197.238 172.217.24.142 172.217.26.14 216.58.197.174 216.58.197.142 172.217.31.142 172.217.25.206 172.217.161.78 172.217.26.46';
const answered = (addresses: string): string =>
  `type:  5 ${DNS_LOOKUPS.canonical};${addresses
    .split(' ')
    .map((ip) => `::ffff:${ip};`)
    .join('')}`;

/** name, results (undefined = the field is absent), status. */
const ROWS: readonly (readonly [name: string, results: string | undefined, status: number])[] = [
  [
    'www.example.com',
    'type:  5 a.example.net;type:  5 b.example.net;::ffff:198.51.100.4;::ffff:198.51.100.5;',
    0,
  ], // CNAME chain
  ['no-such-name.example', undefined, 9003], // Winlogbeat drops the empty answer
  ['gone.example', 'type:  6 ;192.0.2.14;', 9003], // data though the name does not exist
  ['mail.example.com', 'type:  6 ', 9501], // no record of this type
  ['slow.example', '-', 1460], // timed out
  ['refused.example', '-', 9002],
  ['truncated.example', '-', 9502],
  ['no-server.example', '-', 9701],
  ['DC01', 'fe80::a1b2:c3d4:e5f6:1;::ffff:192.168.1.2;', 0], // single label, upper case, link-local before the address
  ['v6.example', '2001:db8:503:a83e::2:30;', 0],
  ['localhost', '::1;', 0],
  ['isatap.ex.example.', '-', 9003], // trailing dot
  ['_ldap._tcp.Default-First-Site-Name._sites.dc._msdcs.ex.example', 'type:  33 ;192.168.1.2;', 0],
  ['4.2.0.192.in-addr.arpa', 'type:  12 host4.example;', 0],
  ['ns.example', 'type:  2 ns1.example;198.51.100.53;2001:db8::53;', 0], // glue: addresses of the name server
  ['xn--wgv71a119e.example', '::ffff:203.0.113.80;', 0], // 日本語
  ['192.0.2.200', '::ffff:192.0.2.200;', 0], // a literal
  ['NT AUTHORITY', '-', 9560],
  [`${'0f3a9c'.repeat(10)}.${'77b1'.repeat(15)}.t.example`, 'type:  16 ;', 0], // as tunnels ask
  ['long-answer.example', `${'::ffff:192.0.2.77;'.repeat(56)}::ffff:192.5`, 0], // cut at 1,024 characters, no closing ";"
];

export function dnsLookups(at?: number): World<typeof DNS_LOOKUPS> {
  const { host: name, first, second } = DNS_LOOKUPS;
  const t = storyClock(first.at, at);
  const host = new WorldHost({
    name,
    machine: '22052e76',
    ip: '192.168.0.134',
    sysmon: '10.1',
    seed: 'dns',
    first_record_id: 24_655,
  });
  const user = person('DESKTOP-XXXXXXXX\\foo', '0x3c1aa');
  const cmd = host.process({
    at: t('2019-06-20 13:30:11.000'),
    image: 'C:\\Windows\\System32\\cmd.exe',
    account: user,
    recorded: false,
  });
  const ping = (started: string, tail: string, pid: number) =>
    cmd.child({
      at: t(started),
      tail,
      pid,
      image: 'C:\\Windows\\System32\\PING.EXE',
      commandLine: 'ping.exe  www.youtube.com',
    });
  ping('2019-06-20 13:38:32.640', '0000-001018c26100', first.pid).asksName({
    at: t(first.at),
    name: DNS_LOOKUPS.name,
    results: answered(FIRST),
  });
  ping('2019-06-20 13:38:36.401', '0000-0010d9c66100', second.pid).asksName({
    at: t(second.at),
    name: DNS_LOOKUPS.name,
    results: answered(FIRST),
  });
  const browser = cmd.child({
    at: t('2019-06-20 13:40:00.112'),
    image: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    fields: { RuleName: CONSTRUCTED },
  });
  ROWS.forEach(([query, results, status], i) =>
    askConstructed(browser, { at: t('2019-06-20 13:40:05.000') + i * 1_730, query, results, status }),
  );
  return { name: 'dns_lookups', events: eventsOf(host), facts: DNS_LOOKUPS };
}

interface Row {
  readonly at: number;
  readonly query: string;
  readonly results: string | undefined;
  readonly status: number;
}

function askConstructed(process: WorldProcess, { at, query, results, status }: Row): void {
  const answer = results === undefined ? {} : { QueryResults: results };
  process.act(22, at, { RuleName: CONSTRUCTED, QueryName: query, QueryStatus: String(status), ...answer });
}
