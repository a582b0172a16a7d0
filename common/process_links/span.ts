import type { GroupCount } from '../event_questions/count_groups';

/** How many events, and from when to when. */
export interface Span {
  readonly count: number;
  readonly first?: number;
  readonly last?: number;
}

export const spanOf = ({ total, first, last }: GroupCount): Span => ({ count: total, ...times(first, last) });

/** Where the times of a part are not known, those of the whole are not. */
export function addSpans(a: Span, b: Span): Span {
  const first = a.first === undefined || b.first === undefined ? undefined : Math.min(a.first, b.first);
  const last = a.last === undefined || b.last === undefined ? undefined : Math.max(a.last, b.last);
  return { count: a.count + b.count, ...times(first, last) };
}

const times = (first: number | undefined, last: number | undefined) =>
  first === undefined || last === undefined ? {} : { first, last };
