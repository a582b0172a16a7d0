import type { SysmonField } from '../../../common/sysmon/event_kinds';

/** Versions that the worlds use: of source 001, of sources 002 and 000, and a present one. */
export type SysmonVersion = '7.01' | '10.1' | '10.42' | '15.15';

interface VersionFacts {
  readonly schema: string;
  /** Events that came later than this version (Sysmon's release notes). */
  readonly last_event_id: number;
  /** User on every event, and ParentUser, SourceUser, TargetUser: since 13.30. */
  readonly users: boolean;
  readonly original_file_name: boolean;
  /** RuleName of an event that no named rule took: empty before 10.42, "-" since. */
  readonly no_rule: string;
}

export const SYSMON_VERSIONS: Readonly<Record<SysmonVersion, VersionFacts>> = {
  '7.01': { schema: '4.00', last_event_id: 21, users: false, original_file_name: false, no_rule: '' },
  '10.1': { schema: '4.21', last_event_id: 22, users: false, original_file_name: true, no_rule: '' },
  '10.42': { schema: '4.23', last_event_id: 22, users: false, original_file_name: true, no_rule: '-' },
  '15.15': { schema: '4.90', last_event_id: 29, users: true, original_file_name: true, no_rule: '-' },
};

/** Events that named the user from the start. */
const ALWAYS_WITH_USER = [1, 3, 19, 20, 21];
const LATER_USERS: readonly string[] = ['User', 'ParentUser', 'SourceUser', 'TargetUser'];

/** Whether that version can log this event at all. 255 is older than all of them. */
export const logsEvent = (version: SysmonVersion, id: number): boolean =>
  id === 255 || id <= SYSMON_VERSIONS[version].last_event_id;

/** Whether that version writes this field in this event. */
export function writesField(version: SysmonVersion, id: number, field: SysmonField): boolean {
  const facts = SYSMON_VERSIONS[version];
  if (field === 'OriginalFileName') return facts.original_file_name;
  if (field === 'RuleName') return ![4, 16, 255].includes(id);
  if (field === 'User' && ALWAYS_WITH_USER.includes(id)) return true;
  return facts.users || !LATER_USERS.includes(field);
}
