import { idsWith } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';
import { messageLine } from './forms/message_line';
import { EVENT_TYPE_OF_SYSMON, VERSION_OF_SYSMON } from './forms/not_shippers_own';

/** `host` is the collector in NXLog's documents. Documents of eqllib name no host at all. */
const HEADER: FieldSchema['header'] = {
  event_id: ['EventID', 'EventId'],
  host: ['Hostname', 'Computer', 'ComputerName', 'host.name'],
  record_id: ['RecordNumber', 'EventRecordID'],
  channel: ['Channel'],
  provider: ['SourceName', 'Provider', 'ProviderName'],
  utc_time: ['UtcTime'],
  read_at: [],
};

/** Names that shippers use at top level for something of their own in other events. */
const SHARED_NAMES = {
  ProcessId: { events: idsWith('ProcessId') },
  EventType: { events: idsWith('EventType') },
  Version: { events: idsWith('Version'), form: VERSION_OF_SYSMON },
};

const PLACES: readonly FieldPlace[] = [
  ...eventDataPlaces('', SHARED_NAMES),
  ...hashTextPlaces(''),
  ...headerPlaces(HEADER, FIRST_PATH),
];

/** Sysmon's own names at the top of the document: eqllib, Event Hub, NXLog of later years. */
export const FLAT: FieldSchema = {
  name: 'flat',
  title: "Sysmon's names at top level",
  signature: ['EventID', 'EventId'],
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
  bare: false,
  signature: ['SourceModuleName', 'SourceModuleType', 'EventReceivedTime', 'SeverityValue'],
  places: [
    ...PLACES.map((place) =>
      place.field === 'EventType' ? { ...place, form: EVENT_TYPE_OF_SYSMON } : place,
    ),
    ...RECOVERED.map(([field, events]) => ({ field, paths: ['Message'], form: messageLine(field), events })),
  ],
};
