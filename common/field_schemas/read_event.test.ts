import type { SysmonEvent } from '../sysmon/sysmon_event';
import { readEvent } from './read_event';

const SYSMON = 'Microsoft-Windows-Sysmon';
const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';
const GUID = '{3f2c91aa-e1da-65e6-5803-000000000500}';

const hit = (source: unknown, index = 'winlogbeat-test') => ({ _index: index, _id: 'x1', _source: source });

function read(source: Record<string, unknown>): SysmonEvent {
  const found = readEvent(hit(source));
  if (found.kind !== 'event') throw new Error(`${found.kind}: ${found.reason}`);
  return found.event;
}

const nxlog = (more: Record<string, unknown>) => ({
  SourceName: SYSMON,
  Channel: CHANNEL,
  Hostname: 'IT001.shire.example',
  host: 'ip-172-18-39-102.internal',
  SourceModuleName: 'eventlog',
  RecordNumber: 219662,
  EventType: 'INFO',
  EventTime: '2019-12-04 23:47:55',
  '@timestamp': '2019-12-05T04:47:56.287Z',
  UtcTime: '2019-12-05 04:47:55.290',
  AccountName: 'SYSTEM',
  Domain: 'NT AUTHORITY',
  UserID: 'S-1-5-18',
  ProcessID: 3140,
  Version: 3,
  ...more,
});
const flat = (more: Record<string, unknown>) => ({
  SourceName: SYSMON,
  Channel: CHANNEL,
  Hostname: 'MKT01.example',
  '@timestamp': '2023-08-15T09:53:46.119Z',
  UtcTime: '2023-08-16 04:53:46.060',
  ...more,
});
const winlog = (
  event_id: number | string,
  event_data: Record<string, unknown> | undefined,
  more: Record<string, unknown> = {},
) => ({
  '@timestamp': '2020-02-18T14:22:18.171Z',
  winlog: {
    event_id,
    channel: CHANNEL,
    provider_name: SYSMON,
    computer_name: 'pc1.example',
    record_id: 329631,
    user: { name: 'SYSTEM', domain: 'NT AUTHORITY' },
    event_data,
  },
  host: { name: 'WECServer' },
  ...more,
});
const ecs = (
  event_id: number | string,
  more: Record<string, unknown>,
  event_data?: Record<string, unknown>,
) =>
  winlog(event_id, event_data, { event: { module: 'sysmon', created: '2020-02-18T14:22:19.761Z' }, ...more });
const winlogbeat6 = (
  event_id: number,
  event_data: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  '@timestamp': '2019-06-20T13:38:34.803Z',
  event_id,
  record_number: '24656',
  log_name: CHANNEL,
  source_name: SYSMON,
  computer_name: 'pc6',
  process_id: 2972,
  host: { name: 'WECServer' },
  beat: { hostname: 'WECServer' },
  user: { name: 'SYSTEM', domain: 'NT AUTHORITY' },
  event_data: { UtcTime: '2019-06-20 13:38:32.815', ...event_data },
  ...more,
});

describe('NXLog, 2019 and 2020', () => {
  const message =
    'Process Create:\r\nRuleName: \r\nUtcTime: 2019-12-05 04:47:55.290\r\nProcessGuid: {x}\r\nProcessId: 4711\r\nImage: C:\\a.exe\r\nCommandLine: a.exe\r\nProcessId: 9\r\n';

  it('recovers the ProcessId that its own ProcessID displaced, and says so', () => {
    const event = read(nxlog({ EventID: 1, ProcessGuid: GUID, Message: message }));
    expect(event.fields.ProcessId).toBe('4711');
    expect(event.inferred).toEqual(['ProcessId']);
  });

  it('never takes the pid of the Sysmon service for it: with the message gone the pid is gone', () =>
    expect(read(nxlog({ EventID: 1, ProcessGuid: GUID })).fields.ProcessId).toBeUndefined());

  it('trusts a real field over the message', () => {
    const event = read(nxlog({ EventID: 1, ProcessId: '17', Message: message }));
    expect(event.fields.ProcessId).toBe('17');
    expect(event.inferred).toBeUndefined();
  });

  it('finds EventType in the message where INFO overwrote it', () => {
    const event = read(
      nxlog({
        EventID: 13,
        Message: 'Registry value set:\r\nRuleName: \r\nEventType: SetValue\r\nUtcTime: x\r\n',
      }),
    );
    expect(event.fields.EventType).toBe('SetValue');
  });

  it('does not take INFO for an EventType where the message is gone', () =>
    expect(read(nxlog({ EventID: 13, EventTypeOrignal: 'INFO' })).fields.EventType).toBeUndefined());

  it('keeps the EventType of later files, whose NXLog has its own in EventTypeOrignal', () =>
    expect(
      read(nxlog({ EventID: 12, EventType: 'DeleteKey', EventTypeOrignal: 'INFO' })).fields.EventType,
    ).toBe('DeleteKey'));

  it('knows no user of a lookup before Sysmon 13: AccountName is the service', () =>
    expect(read(nxlog({ EventID: 22, QueryName: 'a.example' })).fields.User).toBeUndefined());

  it('names the host, never the collector; takes UtcTime, never the local EventTime', () => {
    const event = read(nxlog({ EventID: 1 }));
    expect(event.host).toBe('IT001.shire.example');
    expect(event.time).toEqual({
      ms: Date.UTC(2019, 11, 5, 4, 47, 55, 290),
      source: 'UtcTime',
      timestamp: Date.UTC(2019, 11, 5, 4, 47, 56, 287),
    });
    expect(event.recordId).toBe('219662');
  });

  it('does not take the version of the event for the version of Sysmon', () => {
    const message =
      'Sysmon service state changed:\r\nState: Started\r\nVersion: 10.42\r\nSchemaVersion: 4.23';
    expect(read(nxlog({ EventID: 4, State: 'Started', Message: message })).fields.Version).toBe('10.42');
    expect(read(nxlog({ EventID: 4, State: 'Started' })).fields.Version).toBeUndefined();
  });

  it('reads a WMI consumer that has everything in its message, script and all', () => {
    const script = ' "\r\nSet a = 1\r\nNote: no field\r\nDim b"';
    const message = `WmiEventConsumer activity detected:\r\nRuleName: -\r\nEventType: WmiConsumerEvent\r\nUtcTime: 2019-12-05 04:47:55.290\r\nOperation: Created\r\nUser: shire\\pg\r\nName:  "Evil"\r\nType: Script\r\nDestination: ${script}`;
    const { fields, inferred } = read(nxlog({ EventID: 20, Message: message }));
    expect(fields).toMatchObject({
      EventType: 'WmiConsumerEvent',
      Operation: 'Created',
      User: 'shire\\pg',
      Name: ' "Evil"',
      Type: 'Script',
      Destination: script,
    });
    expect(inferred).toContain('Destination');
  });

  it('is not fooled by lines that a command line forges', () => {
    const forged =
      'Process Create:\r\nProcessId: 4711\r\nImage: C:\\a.exe\r\nCommandLine: a.exe \r\nProcessId: 1\r\n';
    expect(read(nxlog({ EventID: 1, Message: forged })).fields.ProcessId).toBe('4711');
  });
});

describe('flat documents of 2022 and 2023', () => {
  it('have no record number, and a @timestamp hours off: both times are kept', () => {
    const event = read(
      flat({ EventID: 10, SourceProcessGUID: GUID, Task: '10', Level: '4', Keywords: '0x8000000000000000' }),
    );
    expect(event.recordId).toBeUndefined();
    expect(event.time).toEqual({
      ms: Date.UTC(2023, 7, 16, 4, 53, 46, 60),
      source: 'UtcTime',
      timestamp: Date.UTC(2023, 7, 15, 9, 53, 46, 119),
    });
    expect(event.schema).toBe('flat');
  });

  it('of Event Hub name Computer and Provider, and GUIDs without braces stay as recorded', () => {
    const bare = GUID.slice(1, -1);
    const event = read({
      Provider: SYSMON,
      Computer: 'ws1',
      EventID: 1,
      UtcTime: '2022-09-01 10:00:00.000',
      TimeCreated: '2022-09-01T03:00:00Z',
      ProcessGuid: bare,
      EventData: '<EventData/>',
    });
    expect(event).toMatchObject({ host: 'ws1', fields: { ProcessGuid: bare } });
  });

  it('of eqllib have EventId, RuleName null, no channel and no host', () => {
    const event = read({
      EventId: 10,
      RuleName: null,
      UtcTime: '2018-12-04 00:37:01.887',
      SourceProcessGUID: '{42FC7E13-B2CF-5C05-0000-001082530400}',
    });
    expect(event).toMatchObject({
      eventId: 10,
      host: '',
      schema: 'flat',
      fields: { SourceProcessGUID: '{42FC7E13-B2CF-5C05-0000-001082530400}' },
    });
    expect(event.fields).not.toHaveProperty('RuleName');
  });

  it('without channel are no Sysmon events unless a field of Sysmon is there', () => {
    expect(readEvent(hit({ EventId: 10, UtcTime: '2018-12-04 00:37:01.887', Foo: 1 })).kind).toBe(
      'not_sysmon',
    );
    expect(
      readEvent(hit({ EventId: 4624, UtcTime: '2018-12-04 00:37:01.887', ProcessGuid: GUID })).kind,
    ).toBe('not_sysmon');
  });
});

describe('Winlogbeat 6', () => {
  it('names the host in computer_name; host.name and beat.hostname are the collector', () => {
    const event = read(winlogbeat6(1, { ProcessGuid: GUID, ProcessId: '3512', User: 'EX\\me' }));
    expect(event).toMatchObject({
      host: 'pc6',
      recordId: '24656',
      eventId: 1,
      schema: 'winlogbeat_6',
      fields: { ProcessId: '3512', User: 'EX\\me' },
    });
  });

  it('behind a pipeline gives QueryResults as a list, QueryStatus as a number and UtcTime as ISO', () => {
    const { fields, time } = read(
      winlogbeat6(
        22,
        {
          UtcTime: '2019-06-20T13:38:36.570Z',
          QueryStatus: 0,
          QueryName: 'www.example.com',
          QueryResults: ['type:5 edge.example.com', '192.0.2.7', '2001:db8::7'],
        },
        { '@timestamp': '2019-06-20T13:38:36.570Z' },
      ),
    );
    expect(fields).toMatchObject({
      QueryStatus: '0',
      UtcTime: '2019-06-20 13:38:36.570',
      QueryResults: 'type:  5 edge.example.com;::ffff:192.0.2.7;2001:db8::7;',
    });
    expect(time.source).toBe('UtcTime');
  });

  it.each([
    [['-'], '-'],
    [['type:  5 a.example;::ffff:192.0.2.7;'], 'type:  5 a.example;::ffff:192.0.2.7;'],
    ['type:  5 a.example;::ffff:192.0.2.7;', 'type:  5 a.example;::ffff:192.0.2.7;'],
    [[], undefined],
    ['', undefined],
  ])('QueryResults %j is read as %j', (stored, text) =>
    expect(read(winlogbeat6(22, { QueryResults: stored })).fields.QueryResults).toBe(text),
  );
});

describe('Winlogbeat 7 without its module', () => {
  it('names the host in winlog.computer_name; the acting user is never winlog.user', () => {
    const event = read(
      winlog(1, {
        UtcTime: '2019-07-25 19:58:35.392',
        ProcessGuid: '{1ACAE026-0971-5D3A-0000-001013121300}',
        ProcessId: '4760',
      }),
    );
    expect(event).toMatchObject({
      host: 'pc1.example',
      recordId: '329631',
      schema: 'winlogbeat_raw',
      fields: { ProcessGuid: '{1ACAE026-0971-5D3A-0000-001013121300}' },
    });
    expect(event.fields.User).toBeUndefined();
  });

  it('has no QueryResults where a lookup failed', () =>
    expect(
      read(winlog(22, { UtcTime: '2019-07-25 19:58:35.392', QueryName: 'x', QueryStatus: '9003' })).fields,
    ).not.toHaveProperty('QueryResults'));

  it('keeps the dash that Sysmon writes for "nothing", and drops the empty text', () => {
    const { fields } = read(
      winlog(1, { UtcTime: '2019-07-25 19:58:35.392', RuleName: '-', CommandLine: '', Image: null }),
    );
    expect(fields).toEqual({ UtcTime: '2019-07-25 19:58:35.392', RuleName: '-' });
  });

  it('keeps <unknown process> and the zero GUID as recorded', () => {
    const zero = '{00000000-0000-0000-0000-000000000000}';
    expect(
      read(winlog(3, { UtcTime: '2019-07-25 19:58:35.392', Image: '<unknown process>', ProcessGuid: zero }))
        .fields,
    ).toMatchObject({ Image: '<unknown process>', ProcessGuid: zero });
  });

  it('spells the source of event 10 GUID and of event 8 Guid', () => {
    expect(read(winlog(10, { SourceProcessGUID: GUID, TargetProcessGUID: GUID })).fields).toMatchObject({
      SourceProcessGUID: GUID,
      TargetProcessGUID: GUID,
    });
    expect(read(winlog(8, { SourceProcessGuid: GUID, TargetProcessGuid: GUID })).fields).toMatchObject({
      SourceProcessGuid: GUID,
      TargetProcessGuid: GUID,
    });
  });

  it('reads a forwarded event by its provider, whatever channel it came through', () =>
    expect(
      readEvent(
        hit({
          ...winlog(1, {}),
          winlog: { event_id: 1, channel: 'ForwardedEvents', provider_name: SYSMON, computer_name: 'a' },
        }),
      ).kind,
    ).toBe('event'));

  it('never reads texts of level, opcode or task: a Japanese Windows is read alike', () => {
    const localised = {
      ...winlog(1, { Image: 'C:\\a.exe' }),
      log: { level: '情報' },
      event: { action: 'プロセス作成' },
    };
    expect(read(localised)).toMatchObject({ eventId: 1, fields: { Image: 'C:\\a.exe' } });
  });
});

describe('ECS of the module', () => {
  const process = {
    entity_id: GUID,
    pid: 8208,
    executable: 'C:\\Windows\\System32\\notepad.exe',
    name: 'notepad.exe',
  };

  it('7.6 has arguments only: the command line is rebuilt and marked so', () => {
    const parent = { entity_id: GUID, pid: 3508, executable: 'C:\\W.exe', args: ['C:\\W.exe', '-secured'] };
    const event = read(
      ecs(
        1,
        {
          process: { ...process, args: ['notepad.exe', 'C:\\my file.txt'], parent },
          user: { domain: 'DESKTOP', name: 'me' },
          hash: { md5: 'ab01', sha256: 'cd02' },
        },
        { LogonId: '0x576ca' },
      ),
    );
    expect(event.fields).toMatchObject({
      CommandLine: 'notepad.exe "C:\\my file.txt"',
      ParentCommandLine: 'C:\\W.exe -secured',
      ParentProcessId: '3508',
      ProcessId: '8208',
      User: 'DESKTOP\\me',
      Hashes: 'MD5=AB01,SHA256=CD02',
      LogonId: '0x576ca',
      UtcTime: '2020-02-18 14:22:18.171',
    });
    expect(event.inferred).toEqual(['CommandLine', 'ParentCommandLine']);
    expect(event).toMatchObject({
      schema: 'ecs_sysmon_module_7',
      readAt: Date.UTC(2020, 1, 18, 14, 22, 19, 761),
    });
  });

  it('7.8 and later has the command line, which needs no rebuilding', () => {
    const event = read(ecs('1', { process: { ...process, command_line: '"a"  b', args: ['a', 'b'] } }));
    expect(event.fields.CommandLine).toBe('"a"  b');
    expect(event.inferred).toBeUndefined();
  });

  it('takes @timestamp for the time of the event, which the module sets from UtcTime', () =>
    expect(read(ecs('5', { process })).time).toEqual({
      ms: Date.UTC(2020, 1, 18, 14, 22, 18, 171),
      source: '@timestamp',
      timestamp: Date.UTC(2020, 1, 18, 14, 22, 18, 171),
    }));

  it('reads connections without any event_data', () => {
    const connection = (direction: string) =>
      read(
        ecs(3, {
          process,
          network: { transport: 'tcp', protocol: 'epmap', direction, type: 'ipv4' },
          source: { ip: '192.168.0.134', port: 56319 },
          destination: { ip: '192.168.0.135', domain: 'B', port: 135 },
        }),
      ).fields;
    expect(connection('outbound')).toMatchObject({
      Initiated: 'true',
      Protocol: 'tcp',
      DestinationIp: '192.168.0.135',
      DestinationPort: '135',
      DestinationHostname: 'B',
      DestinationPortName: 'epmap',
      SourceIsIpv6: 'false',
    });
    expect(
      [connection('egress'), connection('inbound'), connection('ingress')].map((fields) => fields.Initiated),
    ).toEqual(['true', 'false', 'false']);
    expect(connection('internal').Initiated).toBeUndefined();
  });

  it('holds the command of a WMI consumer in process.executable, which is no process', () => {
    const { fields } = read(
      ecs(
        20,
        {
          process: { executable: ' "C:\\\\Windows\\\\System32\\\\nslookup.exe www.example.com"', name: 'x' },
        },
        { Name: ' "hoge2"', Type: 'Command Line' },
      ),
    );
    expect(fields).toMatchObject({
      Destination: ' "C:\\\\Windows\\\\System32\\\\nslookup.exe www.example.com"',
      Name: ' "hoge2"',
      Type: 'Command Line',
    });
    expect(fields).not.toHaveProperty('Image');
  });

  it('holds the source of events 8 and 10 in process, and renames the target of 8', () => {
    expect(read(ecs('8', { process }, { TargetProcessGUID: GUID })).fields).toMatchObject({
      SourceProcessGuid: GUID,
      SourceImage: process.executable,
      SourceProcessId: '8208',
      TargetProcessGuid: GUID,
    });
    expect(
      read(ecs('10', { process: { ...process, thread: { id: 7 } } }, { TargetProcessGUID: GUID })).fields,
    ).toMatchObject({ SourceProcessGUID: GUID, SourceThreadId: '7', TargetProcessGUID: GUID });
  });

  it.each([
    [17, { file: { name: '\\msagent' } }, { PipeName: '\\msagent' }],
    [9, { file: { path: '\\Device\\HarddiskVolume2' } }, { Device: '\\Device\\HarddiskVolume2' }],
    [7, { file: { path: 'C:\\x.dll' } }, { ImageLoaded: 'C:\\x.dll' }],
    [11, { file: { path: 'C:\\x.txt' } }, { TargetFilename: 'C:\\x.txt' }],
    [25, { message: 'Image is replaced' }, { Type: 'Image is replaced' }],
    [255, { error: { code: 'QUEUE' } }, { ID: 'QUEUE' }],
    [
      23,
      { sysmon: { file: { archived: true, is_executable: false } } },
      { Archived: 'true', IsExecutable: 'false' },
    ],
    [26, { file: { hash: { sha256: 'ab' } } }, { Hashes: 'SHA256=AB' }],
    [26, { process: { hash: { sha256: 'ab' }, pe: { imphash: 'cd' } } }, { Hashes: 'SHA256=AB,IMPHASH=CD' }],
    [15, { file: { hash: { sha1: 'ab' } } }, { Hash: 'SHA1=AB' }],
    [12, { registry: { path: 'HKLM\\SOFTWARE\\x' } }, { TargetObject: 'HKLM\\SOFTWARE\\x' }],
    [13, { registry: { data: { type: 'SZ_DWORD', strings: ['4'] } } }, { Details: 'DWORD (0x00000004)' }],
    [
      13,
      { registry: { data: { type: 'SZ_QWORD', strings: ['10'] } } },
      { Details: 'QWORD (0x00000000-0x0000000a)' },
    ],
    [13, { registry: { data: { type: 'REG_SZ', strings: ['4'] } } }, { Details: '4' }],
    [1, { rule: { name: 'T1059' } }, { RuleName: 'T1059' }],
    [22, { sysmon: { dns: { status: 'DNS_ERROR_RCODE_NAME_ERROR' } } }, { QueryStatus: '9003' }],
    [22, { sysmon: { dns: { status: '87' } } }, { QueryStatus: '87' }],
    [22, { dns: { grouped: { ip: ['192.0.2.7'] } } }, { QueryResults: '::ffff:192.0.2.7;' }],
    [
      22,
      {
        dns: {
          answers: [{ type: 'SOA' }, { type: 'CNAME', data: 'b' }, { type: 'A', data: '192.0.2.7' }],
          resolved_ip: ['192.0.2.7'],
        },
      },
      { QueryResults: 'type:  6 ;type:  5 b;::ffff:192.0.2.7;' },
    ],
  ])('event %i: %j', (id, more, fields) => expect(read(ecs(String(id), more)).fields).toMatchObject(fields));

  it('keeps the names of Sysmon where its pipeline failed', () =>
    expect(
      read(
        ecs(
          '1',
          {},
          { UtcTime: '2020-02-18 14:22:17.000', Image: 'C:\\a.exe', Hashes: 'MD5=AB', User: 'A\\b' },
        ),
      ),
    ).toMatchObject({
      time: { source: 'UtcTime' },
      fields: { Image: 'C:\\a.exe', Hashes: 'MD5=AB', User: 'A\\b' },
    }));

  it('of Elastic Agent is told by its data stream', () => {
    const document = {
      ...winlog('5', undefined),
      data_stream: { dataset: 'windows.sysmon_operational' },
      process,
    };
    expect(read(document)).toMatchObject({ schema: 'ecs_sysmon_module', host: 'pc1.example' });
  });
});

describe('other shapes', () => {
  it('Splunk: app, destip, destport, and host is the forwarder', () => {
    const event = read({
      EventCode: 3,
      Computer: 'ws1',
      host: 'fwd',
      SourceName: SYSMON,
      app: 'C:\\a.exe',
      destip: '192.0.2.7',
      destport: 443,
      UtcTime: '2021-02-16 16:25:07.000',
    });
    expect(event).toMatchObject({
      host: 'ws1',
      schema: 'splunk',
      fields: { Image: 'C:\\a.exe', DestinationIp: '192.0.2.7', DestinationPort: '443' },
    });
  });

  it('an event log as JSON: numbers and GUIDs without braces', () => {
    const System = {
      EventID: 1,
      Channel: CHANNEL,
      Computer: 'ws1',
      EventRecordID: 7,
      Provider: { '#attributes': { Name: SYSMON } },
    };
    expect(
      read({
        Event: {
          System,
          EventData: { UtcTime: '2021-02-16 16:25:07.000', ProcessId: 44, ProcessGuid: GUID.slice(1, -1) },
        },
      }),
    ).toMatchObject({ recordId: '7', fields: { ProcessId: '44' } });
  });

  it('HELK: its own names', () => {
    const event = read({
      event_id: 1,
      log_name: CHANNEL,
      source_name: SYSMON,
      host_name: 'ws1',
      process_guid: GUID,
      process_path: 'C:\\a.exe',
      '@timestamp': '2021-02-16T16:25:07.000Z',
    });
    expect(event).toMatchObject({
      host: 'ws1',
      schema: 'helk',
      fields: { ProcessGuid: GUID, Image: 'C:\\a.exe' },
    });
  });

  it('mixed indices, names with a cluster, dotted keys and answers of the fields option', () => {
    const dotted = {
      '@timestamp': '2020-02-18T14:22:18.171Z',
      'winlog.event_id': 1,
      'winlog.channel': CHANNEL,
      winlog: { 'event_data.Image': 'C:\\a.exe' },
      'winlog.event_data': { User: 'A\\b' },
    };
    expect(read(dotted).fields).toMatchObject({ Image: 'C:\\a.exe', User: 'A\\b' });
    const fields = {
      '@timestamp': ['2020-02-18T14:22:18.171Z'],
      'winlog.event_id': ['22'],
      'winlog.provider_name': [SYSMON],
      'process.entity_id': [GUID],
      'dns.answers.type': ['CNAME', 'A'],
      'dns.answers.data': ['b', '192.0.2.7'],
    };
    const found = readEvent({ _index: 'far:logs-windows.sysmon_operational-default', _id: '1', fields });
    expect(found).toMatchObject({
      kind: 'event',
      event: {
        ref: { index: 'far:logs-windows.sysmon_operational-default' },
        eventId: 22,
        fields: { ProcessGuid: GUID, QueryResults: 'type:  5 b;::ffff:192.0.2.7;' },
      },
    });
  });

  it('an event id that Sysmon does not have yet is read with every field that it has', () =>
    expect(read(ecs('31', { process: { entity_id: GUID } }, { TargetFilename: 'C:\\x' }))).toMatchObject({
      eventId: 31,
      fields: { ProcessGuid: GUID, TargetFilename: 'C:\\x' },
    }));

  it('reads only the fields asked for, and all hashes for one of them', () => {
    const document = winlog(1, {
      UtcTime: '2019-07-25 19:58:35.392',
      Image: 'C:\\a.exe',
      Hashes: 'MD5=AB',
      CommandLine: 'a',
    });
    const found = readEvent(hit(document), ['Image', 'MD5']);
    expect(found.kind === 'event' && found.event.fields).toEqual({ Image: 'C:\\a.exe', Hashes: 'MD5=AB' });
  });
});

describe('what is no event of Sysmon', () => {
  it.each([
    [
      'another provider',
      {
        ...winlog(4624, {}),
        winlog: { event_id: 4624, channel: 'Security', provider_name: 'Microsoft-Windows-Security-Auditing' },
      },
      /provider Microsoft-Windows-Security/,
    ],
    ['another channel', { winlog: { event_id: 1, channel: 'Application' } }, /channel Application/],
    ['Sysmon for Linux', { ...flat({ EventID: 1 }), SourceName: 'Linux-Sysmon' }, /provider Linux-Sysmon/],
    ['a web log', { message: 'GET /' }, /no known shape/],
  ])('%s', (_name, document, reason) =>
    expect(readEvent(hit(document))).toMatchObject({
      kind: 'not_sysmon',
      reason: expect.stringMatching(reason),
    }),
  );

  it('an impossible UtcTime gives way to @timestamp, with a word', () => {
    const found = readEvent(hit(winlog(1, { UtcTime: '2023-02-30 25:00:00.000' })));
    expect(found).toMatchObject({
      kind: 'event',
      notes: [{ kind: 'bad_utc_time', text: '"2023-02-30 25:00:00.000"' }],
      event: { time: { source: '@timestamp' } },
    });
  });

  it('no time at all, or an event id that is none, is unreadable with a reason', () => {
    expect(readEvent(hit({ ...winlog(1, {}), '@timestamp': 'soon' }))).toEqual({
      kind: 'unreadable',
      reason: 'no readable time: UtcTime missing, @timestamp "soon"',
    });
    expect(readEvent(hit(winlog('one', {})))).toEqual({
      kind: 'unreadable',
      reason: 'the event id is no number',
    });
  });
});
