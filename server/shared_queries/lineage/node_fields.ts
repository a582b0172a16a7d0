import type { QuestionField } from '../../../common/sysmon/fields';

/** What a node shows of its event 1 or 5, and of the parent in a child's event 1. */
export const NODE_FIELDS = [
  'ProcessGuid',
  'ProcessId',
  'Image',
  'CommandLine',
  'CurrentDirectory',
  'OriginalFileName',
  'User',
  'LogonId',
  'IntegrityLevel',
  'Hashes',
  'RuleName',
  'UtcTime',
  'ParentProcessGuid',
  'ParentProcessId',
  'ParentImage',
  'ParentCommandLine',
  'ParentUser',
] as const satisfies readonly QuestionField[];

/** What any other event tells about the process that acts in it or that it is done to. */
export const TRACE_FIELDS = [
  'ProcessGuid',
  'ProcessId',
  'Image',
  'User',
  'UtcTime',
  'SourceProcessGuid',
  'SourceProcessGUID',
  'SourceProcessId',
  'SourceImage',
  'SourceUser',
  'TargetProcessGuid',
  'TargetProcessGUID',
  'TargetProcessId',
  'TargetImage',
  'TargetUser',
] as const satisfies readonly QuestionField[];
