import { idsWith } from '../sysmon/all_fields';
import { HASH_FIELDS } from '../sysmon/fields';
import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { COMMAND_LINE_ARGS } from './forms/command_line_args';
import { DNS_ANSWERS } from './forms/dns_results';
import { DNS_STATUS } from './forms/dns_status';
import { FAMILY_OF_IP, INITIATED, IS_IPV6 } from './forms/enumerated';
import { FIRST_PATH } from './forms/first_path';
import { HASH_AT_PATH, hashInRelated, HASHES, RELATED_HASHES } from './forms/hash_forms';
import { REGISTRY_DETAILS } from './forms/registry_details';
import { TIME } from './forms/time_form';
import { USER_NAME } from './forms/user_name';
import { CONSUMER_IN_MESSAGE, WINLOG_HEADER } from './winlogbeat_raw';

/** Source of the moves: x-pack/winlogbeat/module/sysmon of elastic/beats (7.2 to 8.x) and windows.sysmon_operational of elastic/integrations. */
/** Ids that Sysmon may still give to events: their process stands where it does in nearly all others. */
const LATER = Array.from({ length: 20 }, (_, at) => 30 + at);
const ACTORS = [...idsWith('ProcessGuid'), ...LATER];
const at = (field: FieldPlace['field'], path: string, events?: readonly number[]): FieldPlace => ({
  field,
  paths: [path],
  events,
});

const PROCESSES: readonly FieldPlace[] = [
  at('ProcessGuid', 'process.entity_id', ACTORS),
  at('SourceProcessGuid', 'process.entity_id', [8]),
  at('SourceProcessGUID', 'process.entity_id', [10]),
  at('ProcessId', 'process.pid', ACTORS),
  at('SourceProcessId', 'process.pid', [8, 10]),
  at('SourceThreadId', 'process.thread.id', [10]),
  at('Image', 'process.executable', ACTORS),
  at('SourceImage', 'process.executable', [8, 10]),
  // The command of a WMI consumer, which is no process.
  at('Destination', 'process.executable', [20]),
  at('CommandLine', 'process.command_line', [1]),
  at('CurrentDirectory', 'process.working_directory', [1]),
  at('ParentProcessGuid', 'process.parent.entity_id', [1]),
  at('ParentProcessId', 'process.parent.pid', [1]),
  at('ParentImage', 'process.parent.executable', [1]),
  at('ParentCommandLine', 'process.parent.command_line', [1]),
  { field: 'User', paths: ['user.domain', 'user.name'], form: USER_NAME },
];

const PE_FIELDS = [
  ['OriginalFileName', 'original_file_name'],
  ['Company', 'company'],
  ['Description', 'description'],
  ['FileVersion', 'file_version'],
  ['Product', 'product'],
] as const;

const FILES: readonly FieldPlace[] = [
  at('TargetFilename', 'file.path', idsWith('TargetFilename')),
  at('Device', 'file.path', [9]),
  at('ImageLoaded', 'file.path', [6, 7]),
  at('PipeName', 'file.name', [17, 18]),
  ...PE_FIELDS.flatMap(([field, name]) => [
    at(field, `process.pe.${name}`, [1]),
    at(field, `file.pe.${name}`, [7]),
  ]),
  at('Signed', 'file.code_signature.signed', [6, 7]),
  at('Signature', 'file.code_signature.subject_name', [6, 7]),
  at('SignatureStatus', 'file.code_signature.status', [6, 7]),
  at('Archived', 'sysmon.file.archived'),
  at('IsExecutable', 'sysmon.file.is_executable'),
];

/** process.hash, file.hash or, up to 7.7, hash: events moved between them with the versions, so all are read. */
const HASH_PATHS = {
  SHA1: ['process.hash.sha1', 'file.hash.sha1', 'hash.sha1'],
  MD5: ['process.hash.md5', 'file.hash.md5', 'hash.md5'],
  SHA256: ['process.hash.sha256', 'file.hash.sha256', 'hash.sha256'],
  IMPHASH: [
    'process.pe.imphash',
    'file.pe.imphash',
    'hash.imphash',
    'process.hash.imphash',
    'file.hash.imphash',
  ],
} as const;
const hashGroup = (root: string, imphash: string) => [
  `${root}.sha1`,
  `${root}.md5`,
  `${root}.sha256`,
  imphash,
];
const HASH_GROUPS = [
  hashGroup('process.hash', 'process.pe.imphash'),
  hashGroup('file.hash', 'file.pe.imphash'),
  hashGroup('hash', 'hash.imphash'),
];
const WITH_HASHES = idsWith('Hashes');

const HASH_PLACES: readonly FieldPlace[] = [
  // The module renames Hash of event 15 before it takes it apart.
  ...HASH_GROUPS.flatMap((paths) => [
    { field: 'Hashes' as const, paths, form: HASHES, events: WITH_HASHES },
    { field: 'Hash' as const, paths, form: HASHES, events: [15] },
  ]),
  { field: 'Hashes', paths: ['related.hash'], form: RELATED_HASHES, events: [27, 28] },
  ...(['SHA1', 'SHA256'] as const).map((field) => ({
    field,
    paths: ['related.hash'],
    form: hashInRelated(field),
    events: [27, 28],
  })),
  ...HASH_FIELDS.flatMap((field) =>
    HASH_PATHS[field].map((path) => ({ field, paths: [path], form: HASH_AT_PATH })),
  ),
];

const NETWORK: readonly FieldPlace[] = [
  at('Protocol', 'network.transport', [3]),
  { field: 'Initiated', paths: ['network.direction'], form: INITIATED, events: [3] },
  { field: 'SourceIsIpv6', paths: ['network.type'], form: IS_IPV6, events: [3] },
  { field: 'DestinationIsIpv6', paths: ['destination.ip'], form: FAMILY_OF_IP, events: [3] },
  at('SourceIp', 'source.ip', [3]),
  at('SourceHostname', 'source.domain', [3]),
  at('SourcePort', 'source.port', [3]),
  at('DestinationIp', 'destination.ip', [3]),
  at('DestinationHostname', 'destination.domain', [3]),
  at('DestinationPort', 'destination.port', [3]),
  // The name of the source port lands here too where the destination port has none; that cannot be told from the document.
  at('DestinationPortName', 'network.protocol', [3]),
  at('QueryName', 'dns.question.name', [22]),
  { field: 'QueryStatus', paths: ['sysmon.dns.status'], form: DNS_STATUS, events: [22] },
  {
    field: 'QueryResults',
    paths: ['dns.answers', 'dns.resolved_ip', 'dns.grouped.ip', 'dns.answers.type', 'dns.answers.data'],
    form: DNS_ANSWERS,
    events: [22],
  },
];

const OTHERS: readonly FieldPlace[] = [
  at('RuleName', 'rule.name'),
  // The module sets @timestamp to UtcTime and removes UtcTime.
  { field: 'UtcTime', paths: ['@timestamp'], form: TIME },
  at('TargetObject', 'registry.path', [12, 13, 14]),
  {
    field: 'Details',
    paths: ['registry.data.type', 'registry.data.strings'],
    form: REGISTRY_DETAILS,
    events: [13],
  },
  at('Type', 'message', [25]),
  at('ID', 'error.code', [255]),
];

/** What the module moves stands behind event_data: a document whose pipeline failed keeps Sysmon's own names. */
const PLACES: readonly FieldPlace[] = [
  // The module renames the target of event 8 to the spelling of event 10.
  ...eventDataPlaces('winlog.event_data.', { TargetProcessGUID: { events: [10] } }),
  at('TargetProcessGuid', 'winlog.event_data.TargetProcessGUID', [8]),
  ...PROCESSES,
  ...FILES,
  ...HASH_PLACES,
  ...NETWORK,
  ...OTHERS,
  ...hashTextPlaces('winlog.event_data.'),
  ...headerPlaces(WINLOG_HEADER, FIRST_PATH),
  ...CONSUMER_IN_MESSAGE,
];

/** Winlogbeat 7.8 and later with its Sysmon module, and Elastic Agent. */
export const ECS_SYSMON_MODULE: FieldSchema = {
  name: 'ecs_sysmon_module',
  title: 'ECS (Winlogbeat module, Elastic Agent)',
  signature: ['process.entity_id', 'event.module', 'data_stream.dataset', 'sysmon.dns.status'],
  header: WINLOG_HEADER,
  places: PLACES,
};

/**
 * Winlogbeat 7.2 to 7.7 with its Sysmon module: arguments only, no command line; hashes below hash.*.
 * An index may hold such documents if it has no process.command_line or still maps hash.*.
 */
export const ECS_SYSMON_MODULE_7: FieldSchema = {
  ...ECS_SYSMON_MODULE,
  name: 'ecs_sysmon_module_7',
  title: 'ECS (Winlogbeat module 7.2 to 7.7)',
  signature: ['process.args'],
  unless: { path: 'process.command_line', but: ['hash.md5', 'hash.sha1', 'hash.sha256', 'hash.imphash'] },
  places: [
    ...PLACES,
    { field: 'CommandLine', paths: ['process.args'], form: COMMAND_LINE_ARGS, events: [1] },
    { field: 'ParentCommandLine', paths: ['process.parent.args'], form: COMMAND_LINE_ARGS, events: [1] },
  ],
};
