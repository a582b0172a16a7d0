import { PROCESS_LINKS_PATH, processLinksRequest } from '../../common/api/process_links';
import { defineRoute } from '../http/route';
import { getProcessLinks } from './get_process_links';

export const processLinksRoute = defineRoute({
  method: 'GET',
  path: PROCESS_LINKS_PATH,
  operation: 'process_links',
  summary:
    'Remote threads, process accesses, pipes and tampering between processes of a tree or a host, grouped',
  privilege: 'read',
  request: { query: processLinksRequest },
  handle: ({ events }, { query }) => getProcessLinks(events, query),
});
