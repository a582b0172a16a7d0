import { FIND_EVENTS_PATH, findEventsRequest } from '../../common/api/events';
import { defineRoute } from '../http/route';
import { findEvents } from './find_events';

export const findEventsRoute = defineRoute({
  method: 'POST',
  path: FIND_EVENTS_PATH,
  operation: 'find_events',
  summary: 'Events that match a predicate, in pages',
  privilege: 'read',
  request: { body: findEventsRequest },
  handle: ({ events }, { body }) => findEvents(events, body),
});
