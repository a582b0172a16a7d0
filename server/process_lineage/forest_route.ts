import { z } from 'zod';
import { FOREST_PATH, forestRequest } from '../../common/api/lineage';
import { defineRoute } from '../http/route';
import { getHostForest } from './get_host_forest';

const params = z.object({ host: z.string().min(1).max(255) }).strict();

export const forestRoute = defineRoute({
  method: 'GET',
  path: FOREST_PATH,
  operation: 'forest',
  summary: 'All processes of a host that were active in a range, with their ancestors',
  privilege: 'read',
  request: { params, query: forestRequest },
  handle: ({ events }, { params: { host }, query }) => getHostForest(events, { host, ...query }),
});
