/**
 * The Sysmon events: id, name on screen, configuration tag, fields in Sysmon's own words and order, and which field names
 * the acting process. Source: Sysmon 15 manifest (schema 4.90); fields that only some versions write are listed all the same.
 * A new event kind is a row here.
 */
export interface EventKind {
  readonly id: number;
  readonly name: string;
  /** Element of the Sysmon configuration that switches it on; absent where it cannot be switched. */
  readonly tag?: string;
  /** Three letters, shown where an icon is missing. */
  readonly code: string;
  /** Field with the GUID of the acting process; absent where the event belongs to the host (service, driver, WMI). */
  readonly actor?: 'ProcessGuid' | 'SourceProcessGuid' | 'SourceProcessGUID';
  /** Field with the GUID of a second process that the event touches. */
  readonly target?: 'TargetProcessGuid' | 'TargetProcessGUID';
  readonly fields: readonly string[];
}

const PROCESS = ['ProcessGuid', 'ProcessId', 'Image'] as const;
const FILE_HASHED = [...PROCESS, 'TargetFilename', 'Hashes', 'User'] as const;

export const EVENT_KINDS = [
  {
    id: 1,
    name: 'Process create',
    tag: 'ProcessCreate',
    code: 'PRC',
    actor: 'ProcessGuid',
    fields: [
      ...PROCESS,
      'FileVersion',
      'Description',
      'Product',
      'Company',
      'OriginalFileName',
      'CommandLine',
      'CurrentDirectory',
      'User',
      'LogonGuid',
      'LogonId',
      'TerminalSessionId',
      'IntegrityLevel',
      'Hashes',
      'ParentProcessGuid',
      'ParentProcessId',
      'ParentImage',
      'ParentCommandLine',
      'ParentUser',
    ],
  },
  {
    id: 2,
    name: 'File time changed',
    tag: 'FileCreateTime',
    code: 'TIM',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'TargetFilename', 'CreationUtcTime', 'PreviousCreationUtcTime', 'User'],
  },
  {
    id: 3,
    name: 'Network connection',
    tag: 'NetworkConnect',
    code: 'NET',
    actor: 'ProcessGuid',
    fields: [
      ...PROCESS,
      'User',
      'Protocol',
      'Initiated',
      'SourceIsIpv6',
      'SourceIp',
      'SourceHostname',
      'SourcePort',
      'SourcePortName',
      'DestinationIsIpv6',
      'DestinationIp',
      'DestinationHostname',
      'DestinationPort',
      'DestinationPortName',
    ],
  },
  { id: 4, name: 'Service state', code: 'SVC', fields: ['State', 'Version', 'SchemaVersion'] },
  {
    id: 5,
    name: 'Process end',
    tag: 'ProcessTerminate',
    code: 'END',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'User'],
  },
  {
    id: 6,
    name: 'Driver load',
    tag: 'DriverLoad',
    code: 'DRV',
    fields: ['ImageLoaded', 'Hashes', 'Signed', 'Signature', 'SignatureStatus'],
  },
  {
    id: 7,
    name: 'Image load',
    tag: 'ImageLoad',
    code: 'DLL',
    actor: 'ProcessGuid',
    fields: [
      ...PROCESS,
      'ImageLoaded',
      'FileVersion',
      'Description',
      'Product',
      'Company',
      'OriginalFileName',
      'Hashes',
      'Signed',
      'Signature',
      'SignatureStatus',
      'User',
    ],
  },
  {
    // Only event 8 spells "Guid", only event 10 "GUID": both spellings are Sysmon's own.
    id: 8,
    name: 'Remote thread',
    tag: 'CreateRemoteThread',
    code: 'INJ',
    actor: 'SourceProcessGuid',
    target: 'TargetProcessGuid',
    fields: [
      'SourceProcessGuid',
      'SourceProcessId',
      'SourceImage',
      'TargetProcessGuid',
      'TargetProcessId',
      'TargetImage',
      'NewThreadId',
      'StartAddress',
      'StartModule',
      'StartFunction',
      'SourceUser',
      'TargetUser',
    ],
  },
  {
    id: 9,
    name: 'Raw read',
    tag: 'RawAccessRead',
    code: 'RAW',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'Device', 'User'],
  },
  {
    id: 10,
    name: 'Process access',
    tag: 'ProcessAccess',
    code: 'ACC',
    actor: 'SourceProcessGUID',
    target: 'TargetProcessGUID',
    fields: [
      'SourceProcessGUID',
      'SourceProcessId',
      'SourceThreadId',
      'SourceImage',
      'TargetProcessGUID',
      'TargetProcessId',
      'TargetImage',
      'GrantedAccess',
      'CallTrace',
      'SourceUser',
      'TargetUser',
    ],
  },
  {
    id: 11,
    name: 'File created',
    tag: 'FileCreate',
    code: 'FIL',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'TargetFilename', 'CreationUtcTime', 'User'],
  },
  {
    id: 12,
    name: 'Registry key',
    tag: 'RegistryEvent',
    code: 'REG',
    actor: 'ProcessGuid',
    fields: ['EventType', ...PROCESS, 'TargetObject', 'User'],
  },
  {
    id: 13,
    name: 'Registry value set',
    tag: 'RegistryEvent',
    code: 'REG',
    actor: 'ProcessGuid',
    fields: ['EventType', ...PROCESS, 'TargetObject', 'Details', 'User'],
  },
  {
    id: 14,
    name: 'Registry rename',
    tag: 'RegistryEvent',
    code: 'REG',
    actor: 'ProcessGuid',
    fields: ['EventType', ...PROCESS, 'TargetObject', 'NewName', 'User'],
  },
  {
    id: 15,
    name: 'Stream created',
    tag: 'FileCreateStreamHash',
    code: 'ADS',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'TargetFilename', 'CreationUtcTime', 'Hash', 'Contents', 'User'],
  },
  { id: 16, name: 'Configuration change', code: 'CFG', fields: ['Configuration', 'ConfigurationFileHash'] },
  {
    id: 17,
    name: 'Pipe created',
    tag: 'PipeEvent',
    code: 'PIP',
    actor: 'ProcessGuid',
    fields: ['EventType', ...PROCESS, 'PipeName', 'User'],
  },
  {
    id: 18,
    name: 'Pipe connected',
    tag: 'PipeEvent',
    code: 'PIP',
    actor: 'ProcessGuid',
    fields: ['EventType', ...PROCESS, 'PipeName', 'User'],
  },
  {
    id: 19,
    name: 'WMI filter',
    tag: 'WmiEvent',
    code: 'WMI',
    fields: ['EventType', 'Operation', 'User', 'EventNamespace', 'Name', 'Query'],
  },
  {
    id: 20,
    name: 'WMI consumer',
    tag: 'WmiEvent',
    code: 'WMI',
    fields: ['EventType', 'Operation', 'User', 'Name', 'Type', 'Destination'],
  },
  {
    id: 21,
    name: 'WMI binding',
    tag: 'WmiEvent',
    code: 'WMI',
    fields: ['EventType', 'Operation', 'User', 'Consumer', 'Filter'],
  },
  {
    id: 22,
    name: 'DNS query',
    tag: 'DnsQuery',
    code: 'DNS',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'QueryName', 'QueryStatus', 'QueryResults', 'User'],
  },
  {
    id: 23,
    name: 'File deleted',
    tag: 'FileDelete',
    code: 'DEL',
    actor: 'ProcessGuid',
    fields: [...FILE_HASHED, 'IsExecutable', 'Archived'],
  },
  {
    id: 24,
    name: 'Clipboard',
    tag: 'ClipboardChange',
    code: 'CLP',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'Session', 'ClientInfo', 'Hashes', 'Archived', 'User'],
  },
  {
    id: 25,
    name: 'Process tampering',
    tag: 'ProcessTampering',
    code: 'TMP',
    actor: 'ProcessGuid',
    fields: [...PROCESS, 'Type', 'User'],
  },
  {
    id: 26,
    name: 'File deletion detected',
    tag: 'FileDeleteDetected',
    code: 'DEL',
    actor: 'ProcessGuid',
    fields: [...FILE_HASHED, 'IsExecutable'],
  },
  {
    id: 27,
    name: 'Executable blocked',
    tag: 'FileBlockExecutable',
    code: 'BLK',
    actor: 'ProcessGuid',
    fields: FILE_HASHED,
  },
  {
    id: 28,
    name: 'Shredding blocked',
    tag: 'FileBlockShredding',
    code: 'DEL',
    actor: 'ProcessGuid',
    fields: [...FILE_HASHED, 'IsExecutable'],
  },
  {
    id: 29,
    name: 'Executable written',
    tag: 'FileExecutableDetected',
    code: 'EXE',
    actor: 'ProcessGuid',
    fields: FILE_HASHED,
  },
  { id: 255, name: 'Error', code: 'ERR', fields: ['ID', 'Description'] },
] as const satisfies readonly EventKind[];

/** Fields that (nearly) every event carries. */
export const COMMON_FIELDS = ['UtcTime', 'RuleName'] as const;

/** A field name as Sysmon writes it. */
export type SysmonField = (typeof EVENT_KINDS)[number]['fields'][number] | (typeof COMMON_FIELDS)[number];

export type EventId = (typeof EVENT_KINDS)[number]['id'];

const BY_ID: ReadonlyMap<number, EventKind> = new Map(EVENT_KINDS.map((kind) => [kind.id, kind]));

/** The row of an event id; undefined for ids that Sysmon does not have (yet). */
export const eventKind = (id: number): EventKind | undefined => BY_ID.get(id);

/** Every field name that can hold the acting process's GUID, with the event ids that use it. */
export const ACTOR_FIELDS: ReadonlyMap<SysmonField, readonly number[]> = groupByActor();

function groupByActor(): Map<SysmonField, number[]> {
  const groups = new Map<SysmonField, number[]>();
  for (const kind of EVENT_KINDS) {
    if (!('actor' in kind)) continue;
    groups.set(kind.actor, [...(groups.get(kind.actor) ?? []), kind.id]);
  }
  return groups;
}
