import { COMMON_FIELDS, eventKind } from '../../../common/sysmon/event_kinds';
import type { SysmonField } from '../../../common/sysmon/event_kinds';
import type { WorldEvent } from '../world';

/** The message that Windows makes of an event: a title, then a line a field in the manifest's order. */
export function messageText({ eventId, fields }: WorldEvent, lineEnd: '\n' | '\r\n'): string {
  const kind = eventKind(eventId);
  const names = ['RuleName', 'UtcTime', ...(kind?.fields ?? COMMON_FIELDS)] as SysmonField[];
  const lines = names.flatMap((name) => (fields[name] === undefined ? [] : `${name}: ${fields[name]}`));
  return [`${kind?.name ?? 'Event'}:`, ...lines].join(lineEnd);
}
