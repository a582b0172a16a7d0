import { compareEvents } from '../../common/sysmon/sysmon_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { EventSort, FindEvents } from '../ports';
import { StoreProblem } from '../ports';

/** Where an event stands in the order of events. */
export interface Position {
  readonly ms: number;
  readonly recordId: string;
  readonly index: string;
  readonly id: string;
}

type Order = (a: SysmonEvent, b: SysmonEvent) => number;

export const orderOf = (sort: EventSort): Order =>
  sort === 'oldest' ? compareEvents : (a, b) => compareEvents(b, a);

export function isAfter(event: SysmonEvent, { ms, recordId, index, id }: Position, sort: EventSort): boolean {
  const there: SysmonEvent = { ...event, time: { ...event.time, ms }, recordId, ref: { index, id } };
  return orderOf(sort)(event, there) > 0;
}

export function cursorAfter({ time, recordId = '0', ref }: SysmonEvent, { sort }: FindEvents): string {
  return Buffer.from(JSON.stringify([sort, time.ms, recordId, ref.index, ref.id])).toString('base64url');
}

/** @throws StoreProblem `bad_cursor` for anything that no answer to such a question gave */
export function readCursor({ after, sort }: FindEvents): Position | undefined {
  if (after === undefined) return undefined;
  const parts = parse(after);
  const [of, ms, recordId, index, id] = parts;
  if (
    of !== sort ||
    typeof ms !== 'number' ||
    typeof recordId !== 'string' ||
    typeof index !== 'string' ||
    typeof id !== 'string'
  )
    throw new StoreProblem('bad_cursor', '', 'not a cursor of this list');
  return { ms, recordId, index, id };
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
