import { eventKind } from '../../common/sysmon/event_kinds';
import type { SysmonField } from '../../common/sysmon/event_kinds';
import type { WorldEvent } from './world';

/** Events per event id. */
export function countById(events: readonly WorldEvent[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { eventId } of events) counts[eventId] = (counts[eventId] ?? 0) + 1;
  return counts;
}

/** GUID of the acting process, as logged. */
export function actorOf({ eventId, fields }: WorldEvent): string | undefined {
  const actor = eventKind(eventId)?.actor;
  return actor && fields[actor as SysmonField];
}

/** The one event of this id (and process). @throws Error when there is none or more than one */
export function only(events: readonly WorldEvent[], { id, guid }: { id: number; guid?: string }): WorldEvent {
  const found = events.filter(
    (event) => event.eventId === id && (guid === undefined || actorOf(event) === guid),
  );
  const [event] = found;
  if (!event || found.length > 1) throw new Error(`${found.length} events ${id} ${guid ?? ''}`);
  return event;
}
