import type { QuestionField } from '../sysmon/fields';
import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';

/** `host` is the machine that sent the event to Splunk, so it comes last. */
const HEADER: FieldSchema['header'] = {
  event_id: ['EventCode', 'signature_id', 'EventID'],
  host: ['Computer', 'ComputerName', 'dvc', 'host'],
  record_id: ['RecordID', 'RecordNumber', 'EventRecordID'],
  channel: ['EventChannel', 'Channel', 'LogName'],
  provider: ['SourceName', 'Name_of_provider', 'eventSource'],
  utc_time: ['UtcTime'],
  read_at: [],
};

/** Names of Splunk's add-on for Sysmon (Common Information Model) beside Sysmon's own. */
const NAMES: readonly (readonly [QuestionField, readonly string[], (readonly number[])?])[] = [
  ['Image', ['app', 'process_path']],
  ['ProcessGuid', ['process_guid']],
  ['ProcessId', ['process_id']],
  ['CommandLine', ['process'], [1]],
  ['CurrentDirectory', ['process_current_directory'], [1]],
  ['IntegrityLevel', ['process_integrity_level'], [1]],
  ['OriginalFileName', ['original_file_name']],
  ['ParentProcessGuid', ['parent_process_guid'], [1]],
  ['ParentProcessId', ['parent_process_id'], [1]],
  ['ParentImage', ['parent_process_path'], [1]],
  ['ParentCommandLine', ['parent_process'], [1]],
  ['User', ['user']],
  ['Hashes', ['process_hash', 'file_hash']],
  ['Protocol', ['transport'], [3]],
  ['SourceIp', ['src_ip', 'srcip'], [3]],
  ['SourcePort', ['src_port', 'srcport'], [3]],
  ['SourceHostname', ['src_host'], [3]],
  ['DestinationIp', ['dest_ip', 'destip'], [3]],
  ['DestinationPort', ['dest_port', 'destport'], [3]],
  ['DestinationHostname', ['dest_host'], [3]],
  ['TargetFilename', ['file_path'], [2, 11, 15, 23, 26, 27, 28, 29]],
  ['TargetObject', ['registry_path', 'object_path'], [12, 13, 14]],
  ['Details', ['registry_value_data'], [13]],
  ['PipeName', ['pipe_name'], [17, 18]],
  ['QueryName', ['query'], [22]],
  ['QueryResults', ['answer'], [22]],
  ['QueryStatus', ['reply_code_id'], [22]],
];

const aliases: readonly FieldPlace[] = NAMES.flatMap(([field, paths, events]) =>
  paths.map((path) => ({ field, paths: [path], events })),
);

/** Events that left Splunk for Elasticsearch with Splunk's names. */
export const SPLUNK: FieldSchema = {
  name: 'splunk',
  title: 'Splunk names',
  signature: ['EventCode', 'signature_id'],
  bare: true,
  header: HEADER,
  places: [...eventDataPlaces(''), ...aliases, ...hashTextPlaces(''), ...headerPlaces(HEADER, FIRST_PATH)],
};
