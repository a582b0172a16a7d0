import { FILE_HOPS_PATH, fileHopsRequest } from '../../common/api/file_hops';
import { defineRoute } from '../http/route';
import { getFileHops } from './get_file_hops';

export const fileHopsRoute = defineRoute({
  method: 'GET',
  path: FILE_HOPS_PATH,
  operation: 'file_hops',
  summary: 'Who wrote the files that a process, its ancestors and descendants ran, loaded or were told of',
  privilege: 'read',
  request: { query: fileHopsRequest },
  handle: ({ events }, { query }) => getFileHops(events, query),
});
