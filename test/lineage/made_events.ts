import { eventKind } from '../../common/sysmon/event_kinds';
import type { SysmonEvent, SysmonFields } from '../../common/sysmon/sysmon_event';

export const HOST = 'WS-LINEAGE-01';
/** 2024-03-05 09:00:00 UTC: the start of process 0. */
export const BASE = Date.UTC(2024, 2, 5, 9);
export const ZERO_GUID = '{00000000-0000-0000-0000-000000000000}';

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** The GUID of process n, started at `at`, as Sysmon makes it: machine, start second (low half, high half), tail. */
export function guidOf(n: number, at = startOf(n)): string {
  const second = hex(Math.floor(at / 1000), 8);
  return `{3f2c91aa-${second.slice(4)}-${second.slice(0, 4)}-${hex(n >>> 16, 4)}-${hex(n, 12)}}`.toUpperCase();
}

export const keyOf = (n: number, at?: number): string => guidOf(n, at).slice(1, -1).toLowerCase();
/** Process n starts n seconds after the base unless a test says otherwise. */
export const startOf = (n: number): number => BASE + n * 1000;

let serial = 0;

export interface MadeEvent {
  readonly id: number;
  readonly at: number;
  /** The acting process: a number, or the text of the GUID field. */
  readonly actor?: number | string;
  readonly target?: number;
  readonly host?: string;
  readonly fields?: SysmonFields;
  readonly ref?: SysmonEvent['ref'];
  readonly timestamp?: number;
}

/** An event of any kind, in the fields that its kind uses for actor and target. */
export function made({ id, at, actor, target, host = HOST, fields, ref, timestamp }: MadeEvent): SysmonEvent {
  serial += 1;
  const kind = eventKind(id);
  const guid = typeof actor === 'number' ? guidOf(actor) : actor;
  return {
    ref: ref ?? { index: 'winlogbeat-made', id: `made-${String(serial).padStart(9, '0')}` },
    eventId: id,
    host,
    time: { ms: at, source: 'UtcTime', timestamp },
    fields: {
      ...(kind?.actor && guid !== undefined ? { [kind.actor]: guid } : {}),
      ...(kind?.target && target !== undefined ? { [kind.target]: guidOf(target) } : {}),
      ...fields,
    },
    schema: 'made',
  };
}

export interface MadeStart {
  /** A process, the text of the field, or nothing. */
  readonly parent?: number | string;
  readonly at?: number;
  readonly pid?: number;
  readonly host?: string;
  readonly fields?: SysmonFields;
}

/** Event 1 of process n. */
export function started(
  n: number,
  { parent, at = startOf(n), pid = 1000 + n, host, fields }: MadeStart = {},
): SysmonEvent {
  const parent_guid = typeof parent === 'number' ? guidOf(parent) : parent;
  const of_parent: SysmonFields =
    typeof parent === 'number'
      ? {
          ParentImage: `C:\\p${parent}.exe`,
          ParentProcessId: String(1000 + parent),
          ParentCommandLine: `p${parent}.exe -k`,
        }
      : {};
  return made({
    id: 1,
    at,
    host,
    actor: guidOf(n, at),
    fields: {
      ProcessId: String(pid),
      Image: `C:\\p${n}.exe`,
      CommandLine: `p${n}.exe -k`,
      ...(parent_guid === undefined ? {} : { ParentProcessGuid: parent_guid }),
      ...of_parent,
      ...fields,
    },
  });
}
