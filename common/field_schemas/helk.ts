import { idsWith } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import { headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';
import { TIME } from './forms/time_form';
import { HASH_AT_PATH, HASHES } from './forms/hash_forms';

const HEADER: FieldSchema['header'] = {
  event_id: ['event_id'],
  host: ['host_name', 'computer_name'],
  record_id: ['record_number', 'record_id'],
  channel: ['log_name', 'channel'],
  provider: ['source_name', 'provider_name'],
  utc_time: ['event_creation_time', 'event_original_time'],
  read_at: [],
};

/** Names of the OSSEM data dictionary of Sysmon, which HELK's Logstash gives the fields. */
const NAMES: readonly (readonly [SysmonField, string])[] = [
  ['ProcessGuid', 'process_guid'],
  ['ProcessId', 'process_id'],
  ['Image', 'process_path'],
  ['CommandLine', 'process_command_line'],
  ['IntegrityLevel', 'process_integrity_level'],
  ['ParentProcessGuid', 'process_parent_guid'],
  ['ParentProcessId', 'process_parent_id'],
  ['ParentImage', 'process_parent_path'],
  ['ParentCommandLine', 'process_parent_command_line'],
  ['User', 'user_account'],
  ['SourceIp', 'src_ip_addr'],
  ['SourcePort', 'src_port'],
  ['DestinationIp', 'dst_ip_addr'],
  ['DestinationPort', 'dst_port'],
];

const HASH_PATHS = ['hash_sha1', 'hash_md5', 'hash_sha256', 'hash_imphash'];

const PLACES: readonly FieldPlace[] = [
  ...NAMES.map(([field, path]) => ({ field, paths: [path], events: idsWith(field) })),
  { field: 'Hashes', paths: HASH_PATHS, form: HASHES },
  ...(['SHA1', 'MD5', 'SHA256', 'IMPHASH'] as const).map((field, at) => ({
    field,
    paths: [HASH_PATHS[at] ?? ''],
    form: HASH_AT_PATH,
  })),
];

/** HELK, as far as its names are known for sure. */
export const HELK: FieldSchema = {
  name: 'helk',
  title: 'HELK',
  signature: ['process_guid', 'process_parent_guid'],
  header: HEADER,
  places: [
    ...PLACES,
    ...HEADER.utc_time.map((path) => ({ field: 'UtcTime' as const, paths: [path], form: TIME })),
    ...headerPlaces(HEADER, FIRST_PATH),
  ],
};
