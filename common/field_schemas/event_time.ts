import type { EventTime } from '../sysmon/sysmon_event';
import { parseUtcTime } from './utc_time';

/** The document has a UtcTime that is no time, so @timestamp stands in. */
export interface TimeNote {
  readonly kind: 'bad_utc_time';
  readonly text: string;
}

export type TimeOfEvent =
  | { readonly kind: 'time'; readonly time: EventTime; readonly notes?: readonly TimeNote[] }
  | { readonly kind: 'no_time'; readonly reason: string };

/** UtcTime where it is a time, else @timestamp; both are kept. Stored values, hostile. */
export function readTime(utcTime: unknown, timestamp: unknown): TimeOfEvent {
  const utc = one(utcTime);
  const at = one(timestamp);
  const timestampMs = parseUtcTime(at);
  const ms = parseUtcTime(utc);
  if (ms !== undefined) return { kind: 'time', time: { ms, source: 'UtcTime', timestamp: timestampMs } };
  if (timestampMs === undefined)
    return { kind: 'no_time', reason: `no readable time: UtcTime ${shown(utc)}, @timestamp ${shown(at)}` };
  const time = { ms: timestampMs, source: '@timestamp', timestamp: timestampMs } as const;
  return isEmpty(utc)
    ? { kind: 'time', time }
    : { kind: 'time', time, notes: [{ kind: 'bad_utc_time', text: shown(utc) }] };
}

const one = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === '-';
const shown = (value: unknown): string =>
  isEmpty(value) ? 'missing' : typeof value === 'object' ? 'no text' : `"${String(value).slice(0, 40)}"`;
