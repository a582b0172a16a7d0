import { eventKind } from '../sysmon/event_kinds';
import { processKey, type ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';

const PROCESS_CREATE = 1;

interface Named {
  readonly actor?: ProcessKey;
  readonly target?: ProcessKey;
  readonly parent?: ProcessKey;
}

/** Each event is read once, however often a lineage is put together while its parts come in. */
const READ = new WeakMap<SysmonEvent, Named>();

function namedIn(event: SysmonEvent): Named {
  const known = READ.get(event);
  if (known) return known;
  const { eventId, fields } = event;
  const { actor, target } = eventKind(eventId) ?? {};
  const named = {
    actor: actor && processKey(fields[actor]),
    target: target && processKey(fields[target]),
    parent: eventId === PROCESS_CREATE ? processKey(fields.ParentProcessGuid) : undefined,
  };
  READ.set(event, named);
  return named;
}

/** The process that did it: for events 8 and 10 the source. Undefined for host events, zero GUIDs and "-". */
export const actorOf = (event: SysmonEvent): ProcessKey | undefined => namedIn(event).actor;

/** The process it was done to: events 8 and 10 only. */
export const targetOf = (event: SysmonEvent): ProcessKey | undefined => namedIn(event).target;

/** The parent that event 1 names; undefined where it names none. */
export const parentOf = (event: SysmonEvent): ProcessKey | undefined => namedIn(event).parent;
