import { LINEAGE_PATH, lineageRequest } from '../../common/api/lineage';
import { defineRoute } from '../http/route';
import { getProcessLineage } from './get_process_lineage';

export const lineageRoute = defineRoute({
  method: 'GET',
  path: LINEAGE_PATH,
  operation: 'lineage',
  summary:
    'One process with its ancestors at any time and its descendants in a range, by GUID or by any event',
  privilege: 'read',
  request: { query: lineageRequest },
  handle: ({ events }, { query }) => getProcessLineage(events, query),
});
