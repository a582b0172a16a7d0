import type { TimeRange } from '../../../common/remark';

const HOUR_MS = 3_600_000;
/** No range is chosen longer than this; who wants more asks for it. */
const MAX_HOURS = 24;
const MAX_MS = MAX_HOURS * HOUR_MS;

export type ChosenRange = TimeRange & {
  readonly chosen: 'asked' | 'life_of_process';
  readonly cut_to_hours?: number;
};

export interface AskedRange {
  readonly from?: number;
  readonly to?: number;
}

/** The range that was asked for; of a half-open one the 24 hours at its open end. Undefined when none was asked for. */
export function askedRange({ from, to }: AskedRange): ChosenRange | undefined {
  if (from !== undefined && to !== undefined) return { from, to, chosen: 'asked' };
  if (from !== undefined) return { from, to: from + MAX_MS, chosen: 'asked', cut_to_hours: MAX_HOURS };
  if (to !== undefined) return { from: to - MAX_MS, to, chosen: 'asked', cut_to_hours: MAX_HOURS };
  return undefined;
}

export interface Life {
  readonly start: number;
  /** Event 5; absent = no end is recorded. */
  readonly end?: number;
  /** The event that was asked for: it is always inside. */
  readonly at?: number;
}

/** From an hour before the start to the end, at least to an hour after the start and after the event asked for; at most 24 hours. */
export function rangeOfLife({ start, end, at }: Life): ChosenRange {
  const from = start - HOUR_MS;
  const after_event = (at ?? start) + HOUR_MS;
  const to = Math.max(start + HOUR_MS, after_event, (end ?? start) + 1);
  if (to - from <= MAX_MS) return { from, to, chosen: 'life_of_process' };
  const cut_to = Math.max(from + MAX_MS, after_event);
  return { from: cut_to - MAX_MS, to: cut_to, chosen: 'life_of_process', cut_to_hours: MAX_HOURS };
}

/** Before the end of a process is known: every range that rangeOfLife can choose for a start within this second. */
export function widestRangeOfLife({ start, at }: Life): TimeRange {
  const { from } = rangeOfLife({ start, at });
  return { from, to: from + MAX_MS + 1000 };
}

export const contains = (outer: TimeRange, inner: TimeRange): boolean =>
  outer.from <= inner.from && outer.to >= inner.to;
