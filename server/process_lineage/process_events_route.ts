import { z } from 'zod';
import { PROCESS_EVENTS_PATH, processEventsRequest } from '../../common/api/events';
import { defineRoute } from '../http/route';
import { listProcessEvents } from './list_process_events';

const params = z.object({ guid: z.string().min(1).max(64) }).strict();

export const processEventsRoute = defineRoute({
  method: 'GET',
  path: PROCESS_EVENTS_PATH,
  operation: 'process_events',
  summary: 'Every event of one process, in pages',
  privilege: 'read',
  request: { params, query: processEventsRequest },
  handle: ({ events }, { params: { guid }, query }) => listProcessEvents(events, { guid, ...query }),
});
