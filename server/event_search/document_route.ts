import { DOCUMENT_PATH, documentRequest } from '../../common/api/events';
import { defineRoute } from '../http/route';
import { getDocument } from './get_document';

export const documentRoute = defineRoute({
  method: 'GET',
  path: DOCUMENT_PATH,
  operation: 'document',
  summary: 'One document as stored, with the Sysmon event read from it',
  privilege: 'read',
  request: { query: documentRequest },
  handle: ({ events }, { query }) => getDocument(events, query),
});
