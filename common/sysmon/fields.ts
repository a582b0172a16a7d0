import type { SysmonField } from './event_kinds';

/**
 * What a field's text means. It decides how two values are compared:
 * guid without braces and case, ip by address, number by value, everything else as text without case.
 */
export type FieldType = 'text' | 'guid' | 'ip' | 'number' | 'boolean' | 'time' | 'hashes';

/** Names that a question may use beside Sysmon's fields: the header of the event, and one algorithm out of Hashes or Hash. */
export const HEADER_FIELDS = ['Computer', 'EventID', 'RecordID', 'Channel'] as const;
export const HASH_FIELDS = ['MD5', 'SHA1', 'SHA256', 'IMPHASH'] as const;
export type HashField = (typeof HASH_FIELDS)[number];
export type QuestionField = SysmonField | (typeof HEADER_FIELDS)[number] | HashField;

const TYPES: Partial<Record<QuestionField, FieldType>> = {
  ProcessGuid: 'guid',
  ParentProcessGuid: 'guid',
  SourceProcessGuid: 'guid',
  SourceProcessGUID: 'guid',
  TargetProcessGuid: 'guid',
  TargetProcessGUID: 'guid',
  LogonGuid: 'guid',
  SourceIp: 'ip',
  DestinationIp: 'ip',
  ProcessId: 'number',
  ParentProcessId: 'number',
  SourceProcessId: 'number',
  TargetProcessId: 'number',
  SourceThreadId: 'number',
  NewThreadId: 'number',
  SourcePort: 'number',
  DestinationPort: 'number',
  TerminalSessionId: 'number',
  Session: 'number',
  EventID: 'number',
  RecordID: 'number',
  Initiated: 'boolean',
  SourceIsIpv6: 'boolean',
  DestinationIsIpv6: 'boolean',
  Signed: 'boolean',
  IsExecutable: 'boolean',
  Archived: 'boolean',
  UtcTime: 'time',
  CreationUtcTime: 'time',
  PreviousCreationUtcTime: 'time',
  Hashes: 'hashes',
  Hash: 'hashes',
};

export const fieldType = (field: QuestionField): FieldType => TYPES[field] ?? 'text';
