import { SYSTEM, elevated, person } from './build/account';
import { eventsOf } from './build/merge_worlds';
import { storyClock } from './build/time_text';
import { WorldHost } from './build/world_host';
import type { World } from './world';

/**
 * A WMI event subscription, created, bound and triggered (source 000: a test with Microsoft's documented commands, Sysmon 10.42, Winlogbeat 7.6).
 * From the source: times, GUIDs, PIDs, names, query, command, addresses. The host and user names are masked there;
 * "foo" is the account that its remote example names. The registering PowerShell is the one of its remote example.
 */
export const WMI_PERSISTENCE = {
  host: 'DESKTOP-XXXXXXXX',
  user: 'DESKTOP-XXXXXXXX\\foo',
  filter: ' "hoge1"',
  consumer: ' "hoge2"',
  query: ` "SELECT * FROM __InstanceCreationEvent WITHIN 1 WHERE TargetInstance ISA 'Win32_Process' AND TargetInstance.Caption = 'notepad.exe'"`,
  destination: ' "C:\\\\Windows\\\\System32\\\\nslookup.exe www.example.com"',
  registered: {
    filter: '2020-02-18 16:29:29.429',
    consumer: '2020-02-18 16:29:36.920',
    binding: '2020-02-18 16:29:44.532',
  },
  notepad: '{22052e76-1101-5e4c-0000-001049ba8500}',
  explorer: '{22052e76-de2e-5e4b-0000-00107ca30600}',
  provider: '{22052e76-1102-5e4c-0000-0010d5c98500}',
  nslookup: '{22052e76-1102-5e4c-0000-001097cd8500}',
  dns_server: '192.168.1.10',
  counts: { 1: 2, 3: 1, 19: 1, 20: 1, 21: 1 },
} as const;

export interface WmiFacts {
  readonly notepad: string;
  readonly provider: string;
  readonly nslookup: string;
}

/** @param at when the binding is made, ms; absent = the source's own time */
export function wmiPersistence(at?: number): World<WmiFacts> {
  const facts = WMI_PERSISTENCE;
  const t = storyClock(facts.registered.binding, at);
  const host = new WorldHost({
    name: facts.host,
    machine: '22052e76',
    ip: '192.168.0.134',
    dnsName: 'DESKTOP-XXXXXXXX.localdomain',
    sysmon: '10.42',
    seed: 'wmi',
    first_record_id: 335_701,
  });
  const user = person(facts.user, '0x57708');
  register(host, t);

  const explorer = host.process({
    at: t('2020-02-18 12:53:02.000'),
    tail: '0000-00107ca30600',
    image: 'C:\\Windows\\explorer.exe',
    commandLine: 'C:\\WINDOWS\\Explorer.EXE',
    account: user,
    pid: 4984,
    recorded: false,
  });
  const notepad = explorer.child({
    at: t('2020-02-18 16:29:53.231'),
    tail: '0000-001049ba8500',
    image: 'C:\\Windows\\System32\\notepad.exe',
    commandLine: 'C:\\WINDOWS\\system32\\notepad.exe',
    pid: 4252,
    cwd: 'C:\\Users\\foo\\',
    hashes:
      'MD5=0E61079D3283687D2E279272966AE99D,SHA256=A92056D772260B39A876D01552496B2F8B4610A0B1E084952FE1176784E2CE77',
  });
  const provider = host.process({
    at: t('2020-02-18 16:29:54.000'),
    tail: '0000-0010d5c98500',
    image: 'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe',
    commandLine: 'C:\\WINDOWS\\system32\\wbem\\wmiprvse.exe -Embedding',
    account: SYSTEM,
    pid: 1680,
    recorded: false,
  });
  const nslookup = provider
    .child({
      at: t('2020-02-18 16:29:54.147'),
      tail: '0000-001097cd8500',
      image: 'C:\\Windows\\System32\\nslookup.exe',
      commandLine: 'C:\\Windows\\System32\\nslookup.exe www.example.com',
      pid: 7704,
      cwd: 'C:\\WINDOWS\\system32\\',
      hashes:
        'MD5=AD20D425C3012EE191535AD65E56DEBB,SHA256=54DAF167F8DBE7FE0F23B37A600BD8D9D16B756D3B83F0804B5037CBBE895EB6',
    })
    .connects({
      at: t('2020-02-18 16:29:56.671'),
      ip: facts.dns_server,
      port: 53,
      name: 'proxy.example.com',
      portName: 'domain',
      protocol: 'udp',
      sourcePort: 58_466,
    });
  return {
    name: 'wmi_persistence',
    events: eventsOf(host),
    facts: { notepad: notepad.guid, provider: provider.guid, nslookup: nslookup.guid },
  };
}

/** Filter, consumer, binding: only the binding tells that hoge1 triggers hoge2. */
function register(host: WorldHost, t: (text: string) => number): void {
  const { registered, filter, consumer, query, destination, user } = WMI_PERSISTENCE;
  const account = elevated(person(user, '0x576ca'));
  host
    .wmi(
      { at: t(registered.filter), user: account },
      {
        EventType: 'WmiFilterEvent',
        fields: { EventNamespace: ' "root\\\\cimv2"', Name: filter, Query: query },
      },
    )
    .wmi(
      { at: t(registered.consumer), user: account },
      {
        EventType: 'WmiConsumerEvent',
        fields: { Name: consumer, Type: 'Command Line', Destination: destination },
      },
    )
    .wmi(
      { at: t(registered.binding), user: account },
      {
        EventType: 'WmiBindingEvent',
        fields: {
          Consumer: ' "CommandLineEventConsumer.Name=\\"hoge2\\""',
          Filter: ' "__EventFilter.Name=\\"hoge1\\""',
        },
      },
    );
}
