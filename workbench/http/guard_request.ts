import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../../server/http/answer';

/**
 * Refuses what no page of this workbench sends. Host names other than this computer's own mean DNS rebinding: a foreign
 * page that made its name point here. A POST without `kbn-xsrf` may come from a foreign page's form; Kibana wants it too.
 */
export function refusalOf(request: IncomingMessage, port: number): HttpAnswer | undefined {
  const allowed = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (!allowed.includes((request.headers.host ?? '').toLowerCase())) {
    return problem(403, 'wrong_host', `This workbench answers only to http://127.0.0.1:${port}.`);
  }
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  if (changes && request.headers['kbn-xsrf'] === undefined) {
    return problem(400, 'no_xsrf_header', 'This request needs a kbn-xsrf header.');
  }
  return undefined;
}

export const problem = (status: number, kind: string, message: string): HttpAnswer => ({
  status,
  body: { kind, message },
});
