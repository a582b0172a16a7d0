import type { SysmonFields } from '../../common/sysmon/sysmon_event';

/** One Sysmon event as Windows logged it, before any shipper shaped it. `test/worlds/render_document.ts` makes documents of it. */
export interface WorldEvent {
  readonly eventId: number;
  readonly host: string;
  /** UtcTime in ms since 1970; `fields.UtcTime` is the same moment as text. */
  readonly utc: number;
  /** When the event log took it (TimeCreated), ms; later than `utc`, by seconds for connections and lookups. */
  readonly logged: number;
  /** Counts up in the order of the log, which is not the order of UtcTime. */
  readonly recordId: number;
  /** Values in Sysmon's own form; a field that this version of Sysmon does not write is absent. */
  readonly fields: SysmonFields;
}

/** A named story: its events in log order, and the facts that tests assert by name. */
export interface World<Facts = unknown> {
  readonly name: string;
  readonly events: readonly WorldEvent[];
  readonly facts: Facts;
}
