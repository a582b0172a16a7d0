import { idsWith } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import type { QuestionField } from '../sysmon/fields';
import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';
import { messageLine } from './forms/message_line';
import { EVENT_TYPE_OF_SYSMON, VERSION_OF_SYSMON } from './forms/not_shippers_own';

/** `host` is the collector in NXLog's documents. Documents of eqllib name no host at all. */
const HEADER: FieldSchema['header'] = {
  event_id: ['EventID', 'EventId', 'event_id'],
  host: ['Hostname', 'Computer', 'ComputerName', 'computer_name', 'host_name', 'host.name'],
  record_id: ['RecordNumber', 'EventRecordID', 'record_number', 'record_id'],
  channel: ['Channel', 'log_name', 'channel'],
  provider: ['SourceName', 'Provider', 'ProviderName', 'source_name', 'provider_name'],
  utc_time: ['UtcTime', 'event_original_time'],
  read_at: [],
};

/** HELK's names (OSSEM dictionary of Sysmon): the same documents, renamed by Logstash. */
const HELK_NAMES: readonly (readonly [QuestionField, string])[] = [
  ['ProcessGuid', 'process_guid'],
  ['ProcessId', 'process_id'],
  ['Image', 'process_path'],
  ['CommandLine', 'process_command_line'],
  ['IntegrityLevel', 'process_integrity_level'],
  ['ParentProcessGuid', 'process_parent_guid'],
  ['ParentProcessId', 'process_parent_id'],
  ['ParentImage', 'process_parent_path'],
  ['ParentCommandLine', 'process_parent_command_line'],
  ['SourceIp', 'src_ip_addr'],
  ['SourcePort', 'src_port'],
  ['DestinationIp', 'dst_ip_addr'],
  ['DestinationPort', 'dst_port'],
];

/** Names that shippers use at top level for something of their own in other events. */
const SHARED_NAMES = {
  ProcessId: { events: idsWith('ProcessId') },
  EventType: { events: idsWith('EventType') },
  Version: { events: idsWith('Version'), form: VERSION_OF_SYSMON },
};

const PLACES: readonly FieldPlace[] = [
  ...eventDataPlaces('', SHARED_NAMES),
  ...HELK_NAMES.map(([field, path]) => ({ field, paths: [path] })),
  ...hashTextPlaces(''),
  ...headerPlaces(HEADER, FIRST_PATH),
];

/** Sysmon's own names at the top of the document: HELK, eqllib, Event Hub, NXLog of later years. */
export const FLAT: FieldSchema = {
  name: 'flat',
  title: "Sysmon's names at top level",
  signature: ['EventID', 'EventId', 'event_id'],
  bare: true,
  header: HEADER,
  places: PLACES,
};

/** NXLog's own ProcessID displaces Sysmon's ProcessId and its severity Sysmon's EventType: both stand in the message then. */
const RECOVERED: readonly (readonly [SysmonField, readonly number[]])[] = [
  ['ProcessId', idsWith('ProcessId')],
  ['EventType', idsWith('EventType')],
  ['Version', idsWith('Version')],
  ...(['Operation', 'User', 'Name', 'Type', 'Destination'] as const).map((field): [SysmonField, number[]] => [
    field,
    [20],
  ]),
];

export const NXLOG: FieldSchema = {
  ...FLAT,
  name: 'nxlog',
  title: 'NXLog',
  signature: ['SourceModuleName', 'SourceModuleType', 'EventReceivedTime', 'SeverityValue'],
  places: [
    ...PLACES.map((place) =>
      place.field === 'EventType' ? { ...place, form: EVENT_TYPE_OF_SYSMON } : place,
    ),
    ...RECOVERED.map(([field, events]) => ({ field, paths: ['Message'], form: messageLine(field), events })),
  ],
};
