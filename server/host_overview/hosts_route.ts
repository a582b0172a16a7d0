import { HOSTS_PATH, hostsRequest } from '../../common/api/events';
import { defineRoute } from '../http/route';
import { listHosts } from './list_hosts';

export const hostsRoute = defineRoute({
  method: 'GET',
  path: HOSTS_PATH,
  operation: 'hosts',
  summary: 'The busiest hosts of a range, with exact totals',
  privilege: 'read',
  request: { query: hostsRequest },
  handle: ({ events }, { query }) => listHosts(events, query),
});
