import { and, equals, eventIds, oneOf, or, type Predicate } from '../../common/predicate/predicate';
import { ACTOR_FIELDS, EVENT_KINDS } from '../../common/sysmon/event_kinds';
import type { ProcessKey } from '../../common/sysmon/process_guid';

/** Events of a host; Windows does not tell upper from lower case in its names. */
export const onHost = (host: string): Predicate => equals('Computer', host);

/** Events in which one of the processes acts: for 8 and 10 it is the source. */
export const actsIn = (keys: readonly ProcessKey[]): Predicate =>
  or(...[...ACTOR_FIELDS].map(([field, ids]) => and(eventIds(...ids), oneOf(field, keys))));

/** Remote threads (8) and process accesses (10) done to one of the processes. */
export const isTargetIn = (keys: readonly ProcessKey[]): Predicate =>
  or(
    ...EVENT_KINDS.flatMap((kind) =>
      'target' in kind ? [and(eventIds(kind.id), oneOf(kind.target, keys))] : [],
    ),
  );

/** Event 1 of the children. */
export const isParentIn = (keys: readonly ProcessKey[]): Predicate =>
  and(eventIds(1), oneOf('ParentProcessGuid', keys));

/** Events 1 and 5 of the processes themselves. */
export const startsAndEndsOf = (keys: readonly ProcessKey[]): Predicate =>
  and(eventIds(1, 5), oneOf('ProcessGuid', keys));

/** Any event that names the process in any role. */
export const names = (key: ProcessKey): Predicate => or(actsIn([key]), isTargetIn([key]), isParentIn([key]));
