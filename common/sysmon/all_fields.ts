import { COMMON_FIELDS, EVENT_KINDS, eventKind } from './event_kinds';
import type { SysmonField } from './event_kinds';

/** Every field that any Sysmon event has, each once. */
export const ALL_FIELDS: readonly SysmonField[] = [
  ...new Set<SysmonField>([
    ...COMMON_FIELDS,
    ...EVENT_KINDS.flatMap((kind): readonly SysmonField[] => kind.fields),
  ]),
];

const BY_ID = new Map<number, readonly SysmonField[]>(
  EVENT_KINDS.map((kind): [number, readonly SysmonField[]] => [kind.id, [...COMMON_FIELDS, ...kind.fields]]),
);

/** The fields of an event, common ones first. An id that this table does not know yet may have any field. */
export const fieldsOfEvent = (id: number): readonly SysmonField[] =>
  (eventKind(id) && BY_ID.get(id)) ?? ALL_FIELDS;

/** Ids of the events that have a field. */
export const idsWith = (field: SysmonField): readonly number[] =>
  EVENT_KINDS.filter((kind) => (kind.fields as readonly SysmonField[]).includes(field)).map(
    (kind) => kind.id,
  );
