import type { EventsAnswer, findEventsRequest } from '../../common/api/events';
import { checkPredicate } from '../../common/predicate/check_predicate';
import type { z } from 'zod';
import type { EventStore } from '../ports';
import { listEvents } from '../shared_queries/list_events';

export type AskedEvents = z.output<typeof findEventsRequest>;

/** Events that match a predicate, in pages; what the predicate cannot mean comes back as problems. */
export async function findEvents(store: EventStore, asked: AskedEvents): Promise<EventsAnswer> {
  const problems = checkPredicate(asked.where);
  return problems.length > 0 ? { kind: 'invalid', problems } : listEvents(store, asked);
}
