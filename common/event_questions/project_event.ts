import { HASH_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent, SysmonFields } from '../sysmon/sysmon_event';

const HASHES: ReadonlySet<string> = new Set(HASH_FIELDS);

/** The event with the asked fields alone: callers must not come to rely on what another store would not have read. */
export function projectEvent(event: SysmonEvent, fields: readonly QuestionField[] | 'all'): SysmonEvent {
  if (fields === 'all') return event;
  const wanted = new Set<string>(['UtcTime', ...fields]);
  if (fields.some((field) => HASHES.has(field))) wanted.add('Hashes').add('Hash');
  const kept = Object.entries(event.fields).filter(([name]) => wanted.has(name));
  return { ...event, fields: Object.fromEntries(kept) as SysmonFields };
}
