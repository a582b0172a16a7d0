import { DNS_LOOKUPS, CONSTRUCTED, dnsLookups } from './dns_lookups';
import { EXE_DETECTED, exeDetected } from './exe_detected';
import { REMOTE_WMI, remoteWmi } from './remote_wmi';
import { WMI_PERSISTENCE, wmiPersistence } from './wmi_persistence';
import { countById, only } from './world_facts';

describe('wmi_persistence (source 000)', () => {
  const { events, facts } = wmiPersistence();

  test("has the source's GUIDs, times and PIDs", () => {
    expect(facts).toEqual({
      notepad: WMI_PERSISTENCE.notepad,
      provider: WMI_PERSISTENCE.provider,
      nslookup: WMI_PERSISTENCE.nslookup,
    });
    expect(countById(events)).toEqual(WMI_PERSISTENCE.counts);
    expect(only(events, { id: 19 }).fields).toMatchObject({
      UtcTime: WMI_PERSISTENCE.registered.filter,
      Name: ' "hoge1"',
      Operation: 'Created',
    });
    expect(only(events, { id: 20 }).fields.Destination).toBe(
      ' "C:\\\\Windows\\\\System32\\\\nslookup.exe www.example.com"',
    );
    expect(only(events, { id: 21 }).fields).toMatchObject({
      Consumer: ' "CommandLineEventConsumer.Name=\\"hoge2\\""',
      Filter: ' "__EventFilter.Name=\\"hoge1\\""',
    });
  });

  test('nslookup comes from WmiPrvSE, which has no event 1, and asks the name server', () => {
    expect(only(events, { id: 1, guid: facts.nslookup }).fields).toMatchObject({
      ProcessId: '7704',
      ParentProcessGuid: WMI_PERSISTENCE.provider,
      ParentProcessId: '1680',
    });
    expect(only(events, { id: 3, guid: facts.nslookup }).fields).toMatchObject({
      DestinationIp: '192.168.1.10',
      DestinationPort: '53',
      SourcePort: '58466',
      Protocol: 'udp',
    });
    expect(events.filter(({ fields }) => fields.ProcessGuid === facts.provider)).toEqual([]);
  });
});

describe('remote_wmi (source 000)', () => {
  const { events } = remoteWmi();
  const here = events.filter(({ host }) => host === REMOTE_WMI.host);

  test('the port mapper is asked by svchost -k RPCSS, the dynamic port by PowerShell', () => {
    expect(countById(here)).toEqual(REMOTE_WMI.counts);
    expect(only(here, { id: 3, guid: REMOTE_WMI.rpcss }).fields).toMatchObject({
      SourcePort: '56319',
      DestinationIp: '192.168.0.135',
      DestinationPort: '135',
      UtcTime: REMOTE_WMI.epmap.at,
    });
    expect(only(here, { id: 3, guid: REMOTE_WMI.powershell }).fields).toMatchObject({
      SourcePort: '56321',
      DestinationPort: '49154',
      UtcTime: REMOTE_WMI.dynamic.at,
    });
    expect(only(here, { id: 1, guid: REMOTE_WMI.rpcss }).fields).toMatchObject({
      ParentProcessGuid: REMOTE_WMI.services,
      UtcTime: REMOTE_WMI.rpcss_started,
    });
  });

  test('the called host logs the same two connections from the other side', () => {
    const pairs = (initiated: string) =>
      events
        .filter(({ eventId, fields }) => eventId === 3 && fields.Initiated === initiated)
        .map(({ fields }) =>
          [fields.SourceIp, fields.SourcePort, fields.DestinationIp, fields.DestinationPort].join(' '),
        );
    expect(pairs('true')).toHaveLength(2);
    expect(pairs('false').sort()).toEqual(pairs('true').sort());
  });

  test('a process and a registry key made through WMI have WmiPrvSE as parent and as actor', () => {
    expect(only(here, { id: 1, guid: REMOTE_WMI.wmi_notepad }).fields).toMatchObject({
      ParentProcessGuid: REMOTE_WMI.wmi_notepad_parent,
      CommandLine: 'notepad.exe',
    });
    expect(only(here, { id: 12, guid: REMOTE_WMI.wmi_registry.process }).fields.TargetObject).toBe(
      REMOTE_WMI.wmi_registry.key,
    );
  });
});

describe('dns_lookups (source 002)', () => {
  const { events } = dnsLookups();
  const queries = events.filter(({ eventId }) => eventId === 22);

  test("two lookups are the source's, all others are marked", () => {
    expect(
      queries
        .filter(({ fields }) => fields.RuleName !== CONSTRUCTED)
        .map(({ fields }) => [fields.ProcessGuid, fields.UtcTime]),
    ).toEqual([
      [DNS_LOOKUPS.first.process, DNS_LOOKUPS.first.at],
      [DNS_LOOKUPS.second.process, DNS_LOOKUPS.second.at],
    ]);
    expect(queries).toHaveLength(DNS_LOOKUPS.from_source + DNS_LOOKUPS.constructed);
  });

  test('the answer is a canonical name and twelve addresses, as Sysmon 10.1 writes them', () => {
    const parts =
      only(queries, { id: 22, guid: DNS_LOOKUPS.first.process }).fields.QueryResults?.split(';') ?? [];
    expect(parts[0]).toBe('type:  5 youtube-ui.l.google.com');
    expect(parts.filter((part) => part.startsWith('::ffff:'))).toHaveLength(DNS_LOOKUPS.first.answers);
  });
});

test('exe_detected (source 004): event 29 has exactly the fields of the manifest, below the two folders', () => {
  const detected = exeDetected().events.filter(({ eventId }) => eventId === 29);
  expect(detected.map(({ fields }) => fields.TargetFilename)).toEqual(EXE_DETECTED.detected);
  for (const { fields } of detected) {
    expect(Object.keys(fields)).toEqual(expect.arrayContaining([...EXE_DETECTED.fields]));
    expect(Object.keys(fields)).toHaveLength(EXE_DETECTED.fields.length);
    expect(EXE_DETECTED.folders.some((folder) => fields.TargetFilename?.startsWith(`${folder}\\`))).toBe(
      true,
    );
    expect(fields.Hashes).toMatch(/^MD5=[0-9A-F]{32},SHA256=[0-9A-F]{64}$/);
  }
});
