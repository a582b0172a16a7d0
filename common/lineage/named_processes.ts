import { eventKind } from '../sysmon/event_kinds';
import { processKey, type ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';

const PROCESS_CREATE = 1;

/** The process that did it: for events 8 and 10 the source. Undefined for host events, zero GUIDs and "-". */
export function actorOf({ eventId, fields }: SysmonEvent): ProcessKey | undefined {
  const field = eventKind(eventId)?.actor;
  return field && processKey(fields[field]);
}

/** The process it was done to: events 8 and 10 only. */
export function targetOf({ eventId, fields }: SysmonEvent): ProcessKey | undefined {
  const field = eventKind(eventId)?.target;
  return field && processKey(fields[field]);
}

/** The parent that event 1 names; undefined where it names none. */
export const parentOf = ({ eventId, fields }: SysmonEvent): ProcessKey | undefined =>
  eventId === PROCESS_CREATE ? processKey(fields.ParentProcessGuid) : undefined;
