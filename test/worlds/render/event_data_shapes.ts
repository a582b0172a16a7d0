import { EVTX_DUMP } from '../../../common/field_schemas/evtx_dump';
import { FLAT, NXLOG } from '../../../common/field_schemas/flat';
import { DNS_RESULTS_LIST } from '../../../common/field_schemas/forms/dns_results';
import { TIME } from '../../../common/field_schemas/forms/time_form';
import { SPLUNK } from '../../../common/field_schemas/splunk';
import { WINLOGBEAT_6 } from '../../../common/field_schemas/winlogbeat_6';
import { WINLOGBEAT_RAW } from '../../../common/field_schemas/winlogbeat_raw';
import { guidKey } from '../../../common/sysmon/process_guid';
import type { WorldEvent } from '../world';
import { messageText } from './message_text';
import { iso } from './shape';
import type { Shape } from './shape';

/** Shapes that keep Sysmon's own names: what differs is the prefix, the head, and what the shipper damages. */
export const PROVIDER = 'Microsoft-Windows-Sysmon';
export const CHANNEL = 'Microsoft-Windows-Sysmon/Operational';
export const PROVIDER_GUID = '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}';
export const SYSTEM = { identifier: 'S-1-5-18', name: 'SYSTEM', domain: 'NT AUTHORITY', type: 'User' };
/** Level and opcode of a Japanese Windows: texts that no one may use as keys. */
const INFORMATION = '情報';

const below =
  (prefix: string): Shape['field'] =>
  (_event, field, text) => [[prefix + field, text]];

const head6 = (event: WorldEvent) => ({
  '@timestamp': iso(event.logged),
  type: 'wineventlog',
  event_id: event.eventId,
  record_number: String(event.recordId),
  log_name: CHANNEL,
  source_name: PROVIDER,
  provider_guid: PROVIDER_GUID,
  computer_name: event.host,
  host: { name: 'wec-server' },
  beat: { name: 'wec-server', hostname: 'wec-server', version: '6.6.0' },
  opcode: INFORMATION,
  level: INFORMATION,
  process_id: 2972,
  thread_id: 4320,
  user: SYSTEM,
});

export const WINLOGBEAT_6_SHAPE: Shape = {
  schema: WINLOGBEAT_6,
  head: (event) => ({ ...head6(event), message: messageText(event, '\n') }),
  field: below('event_data.'),
};

/** Behind the ingest pipeline that splits QueryResults, turns times and codes, and drops the message. */
export const WINLOGBEAT_6_PIPELINE_SHAPE: Shape = {
  schema: WINLOGBEAT_6,
  head: (event) => ({ ...head6(event), '@timestamp': iso(event.utc) }),
  field: (_event, field, text) => {
    const path = `event_data.${field}`;
    if (field === 'UtcTime') return [[path, TIME.write(text)[0]]];
    if (field === 'QueryResults') return [[path, DNS_RESULTS_LIST.write(text)[0]]];
    return [[path, field === 'QueryStatus' ? Number(text) : text]];
  },
};

/** Forwarded events of Winlogbeat 7.2: host.name and agent.hostname are the collector's. Empty values are dropped. */
export const WINLOGBEAT_RAW_SHAPE: Shape = {
  schema: WINLOGBEAT_RAW,
  head: (event) => ({
    '@timestamp': iso(event.logged),
    'winlog.event_id': event.eventId,
    'winlog.record_id': event.recordId,
    'winlog.channel': CHANNEL,
    'winlog.provider_name': PROVIDER,
    'winlog.provider_guid': PROVIDER_GUID,
    'winlog.computer_name': event.host,
    'winlog.process.pid': 2972,
    'winlog.user': SYSTEM,
    'winlog.opcode': INFORMATION,
    'event.code': event.eventId,
    'event.kind': 'event',
    'event.created': iso(event.logged + 1500),
    'log.level': INFORMATION,
    message: messageText(event, '\n'),
    'host.name': 'WECServer',
    'agent.hostname': 'WECServer',
    'agent.type': 'winlogbeat',
    'agent.version': '7.2.0',
    'ecs.version': '1.0.0',
  }),
  field: below('winlog.event_data.'),
};

/** NXLog of 2019: its own ProcessID displaced Sysmon's ProcessId, its severity Sysmon's EventType; EventTime is local. */
export const NXLOG_SHAPE: Shape = {
  schema: NXLOG,
  head: (event) => ({
    '@timestamp': iso(event.logged),
    EventID: event.eventId,
    EventType: 'INFO',
    EventTime: iso(event.logged - 4 * 3_600_000)
      .slice(0, 19)
      .replace('T', ' '),
    EventReceivedTime: iso(event.logged + 900)
      .slice(0, 19)
      .replace('T', ' '),
    Channel: CHANNEL,
    SourceName: PROVIDER,
    ProviderGuid: PROVIDER_GUID.toUpperCase(),
    Hostname: event.host,
    host: 'wec.internal.example',
    RecordNumber: event.recordId,
    ProcessID: 2804,
    Version: 5,
    Severity: 'INFO',
    SeverityValue: 2,
    SourceModuleName: 'eventlog',
    AccountName: 'SYSTEM',
    Domain: 'NT AUTHORITY',
    UserID: 'S-1-5-18',
    Message: messageText(event, '\r\n'),
  }),
  field: (_event, field, text) =>
    ['ProcessId', 'EventType', 'Version'].includes(field) ? [] : [[field, text]],
};

/** Collections of 2022 and 2023: no record number, @timestamp is local time marked as UTC. */
export const FLAT_SHAPE: Shape = {
  schema: FLAT,
  head: (event) => ({
    '@timestamp': iso(event.logged - 7 * 3_600_000),
    TimeCreated: iso(event.logged - 7 * 3_600_000),
    EventID: event.eventId,
    Channel: CHANNEL,
    SourceName: PROVIDER,
    ProviderGuid: PROVIDER_GUID,
    Hostname: event.host,
    Level: '4',
    Task: String(event.eventId),
    Keywords: '0x8000000000000000',
    Message: messageText(event, '\r\n'),
  }),
  field: below(''),
};

/** EventData alone, as eqllib keeps it: no host, channel, record number, and RuleName null. */
export const EQLLIB_SHAPE: Shape = {
  schema: FLAT,
  head: (event) => ({ EventId: event.eventId, RuleName: null }),
  field: below(''),
};

const SPLUNK_NAMES: Readonly<Record<string, string>> = {
  Image: 'app',
  DestinationIp: 'destip',
  DestinationPort: 'destport',
  SourceIp: 'src_ip',
  SourcePort: 'src_port',
  User: 'user',
  QueryName: 'query',
};

export const SPLUNK_SHAPE: Shape = {
  schema: SPLUNK,
  head: (event) => ({
    '@timestamp': iso(event.utc),
    EventCode: event.eventId,
    RecordID: String(event.recordId),
    EventChannel: CHANNEL,
    SourceName: PROVIDER,
    Computer: event.host,
    host: 'forwarder-01',
    signature: 'Sysmon event',
    sourcetype: 'XmlWinEventLog',
  }),
  field: (_event, field, text) => [[SPLUNK_NAMES[field] ?? field, text]],
};

/** The XML of the event log as JSON; GUIDs have no braces. */
export const EVTX_DUMP_SHAPE: Shape = {
  schema: EVTX_DUMP,
  head: (event) => ({
    '@timestamp': iso(event.logged),
    'Event.System.EventID': event.eventId,
    'Event.System.Channel': CHANNEL,
    'Event.System.Computer': event.host,
    'Event.System.EventRecordID': event.recordId,
    'Event.System.Provider': { '#attributes': { Name: PROVIDER, Guid: PROVIDER_GUID } },
    'Event.System.TimeCreated': { '#attributes': { SystemTime: iso(event.logged) } },
  }),
  field: (_event, field, text) => [[`Event.EventData.${field}`, guidKey(text)?.toUpperCase() ?? text]],
};
