import type { SysmonField } from './event_kinds';

/** Where a document lies. `index` is the concrete index of the hit, with its cluster prefix where it has one. */
export interface DocumentRef {
  readonly index: string;
  readonly id: string;
}

/** When it happened, in UTC milliseconds since 1970, and which field says so. */
export interface EventTime {
  readonly ms: number;
  readonly source: 'UtcTime' | '@timestamp';
  /** @timestamp in ms where the document has one; differs from ms when a pipeline kept the read time. */
  readonly timestamp?: number;
}

/** Values by Sysmon's own field names, as text in Sysmon's own form, whatever the shipper made of them. Absent = not recorded. */
export type SysmonFields = { readonly [field in SysmonField]?: string };

/** One Sysmon event, independent of the shape of its document. */
export interface SysmonEvent {
  readonly ref: DocumentRef;
  readonly eventId: number;
  /** Computer as recorded: the host the event is of, never the collector. */
  readonly host: string;
  readonly time: EventTime;
  readonly recordId?: string;
  /** When the shipper read it (event.created), ms. */
  readonly readAt?: number;
  readonly fields: SysmonFields;
  /** Fields whose text was rebuilt (arguments -> command line) or recovered from the message; absent = none. */
  readonly inferred?: readonly SysmonField[];
  /** Name of the field schema that read it. */
  readonly schema: string;
}

/** The order of all event lists: event time, numeric record id, index, id. */
export function compareEvents(a: SysmonEvent, b: SysmonEvent): number {
  return (
    a.time.ms - b.time.ms ||
    Number(a.recordId ?? 0) - Number(b.recordId ?? 0) ||
    compareText(a.ref.index, b.ref.index) ||
    compareText(a.ref.id, b.ref.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
