import type { EventsAnswer } from '../../common/api/events';
import type { Predicate } from '../../common/predicate/predicate';
import type { TimeRange } from '../../common/remark';
import type { EventSort, EventStore } from '../ports';
import { END_OF_TIME, BEGINNING } from './far_times';

export interface ListedEvents {
  readonly where: Predicate;
  readonly from?: number;
  readonly to?: number;
  readonly sort: EventSort;
  readonly limit: number;
  readonly after?: string;
}

/** One page of whole events. */
export async function listEvents(
  store: EventStore,
  { where, from, to, sort, limit, after }: ListedEvents,
): Promise<EventsAnswer> {
  if (from !== undefined && to !== undefined && from >= to) {
    return { kind: 'invalid', problems: ['from must be before to.'] };
  }
  const range = openRange({ from, to });
  const [page] = await store.ask([{ kind: 'find', where, range, fields: 'all', sort, limit, after }]);
  return { kind: 'found', ...page };
}

/** Undefined = all time. */
export function openRange({ from, to }: { from?: number; to?: number }): TimeRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  return { from: from ?? BEGINNING, to: to ?? END_OF_TIME };
}
