import { request, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { defineRoute, type AnyRoute } from '../../server/http/route';
import { memoryEventStore } from '../../server/memory/memory_event_store';
import { listen, type HttpHost } from './http_host';

const logged: string[] = [];
const log = { info: () => {}, warn: () => {}, error: (message: string) => void logged.push(message) };
let aborted: (() => void) | undefined;
let arrived: (() => void) | undefined;

const ROUTES: readonly AnyRoute[] = [
  defineRoute({
    method: 'POST',
    path: '/api/sysmon_trail/echo',
    operation: 'echo',
    summary: '',
    privilege: 'read',
    request: {
      body: z.object({ text: z.string() }).strict(),
      query: z.object({ n: z.coerce.number().optional() }).strict(),
    },
    handle: (_, { body, query }) => Promise.resolve({ kind: 'found', ...body, ...query }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/sysmon_trail/bug',
    operation: 'bug',
    summary: '',
    privilege: 'read',
    request: {},
    handle: () => Promise.reject(new Error('secret detail')),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/sysmon_trail/slow',
    operation: 'slow',
    summary: '',
    privilege: 'read',
    request: {},
    handle: ({ signal }) =>
      new Promise<{ kind: string }>((resolve) => {
        arrived?.();
        signal.addEventListener('abort', () => {
          aborted?.();
          resolve({ kind: 'found' });
        });
      }),
  }),
];

let host: HttpHost;
beforeAll(async () => {
  const services = ({ signal }: { signal: AbortSignal }) => ({
    events: memoryEventStore([]),
    clock: { now: () => 0 },
    log,
    signal,
  });
  host = await listen({
    port: 0,
    api: { routes: ROUTES, log, services },
    page: (pathname) => (pathname === '/page' ? { type: 'text/plain', content: 'page' } : undefined),
  });
});
afterAll(() => host.close());

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Node's own client: it sends whatever Host header it is told. */
function send({
  method = 'GET',
  path,
  body,
  headers = {},
}: Sent): Promise<{ status?: number; text: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${host.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const XSRF = { 'kbn-xsrf': 'test' };
const echo = (body: string | undefined, more: Partial<Sent> = {}) =>
  send({ method: 'POST', path: '/api/sysmon_trail/echo', headers: XSRF, body, ...more });

test('listens on this computer only', () => {
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('hands body and query to the route', async () => {
  const { status, text } = await echo('{"text":"日本"}', { path: '/api/sysmon_trail/echo?n=4' });
  expect([status, JSON.parse(text)]).toEqual([200, { kind: 'found', text: '日本', n: 4 }]);
});

test.each([
  ['a body that does not fit', () => echo('{"text":1}'), 400, 'invalid'],
  ['no body', () => echo(undefined), 400, 'invalid'],
  ['a body that is no JSON', () => echo('{"text":'), 400, 'invalid'],
  [
    'a query that does not fit',
    () => echo('{"text":""}', { path: '/api/sysmon_trail/echo?m=1' }),
    400,
    'invalid',
  ],
  [
    'a query name twice',
    () => echo('{"text":""}', { path: '/api/sysmon_trail/echo?n=1&n=2' }),
    400,
    'invalid',
  ],
  ['a body over 1 MB', () => echo(JSON.stringify({ text: 'x'.repeat(1_100_000) })), 413, 'too_large'],
  ['a POST without kbn-xsrf', () => echo('{"text":""}', { headers: {} }), 400, 'no_xsrf_header'],
  [
    'a foreign host name',
    () => send({ path: '/page', headers: { host: 'evil.example' } }),
    403,
    'wrong_host',
  ],
  [
    'another port of this host',
    () => send({ path: '/page', headers: { host: '127.0.0.1:1' } }),
    403,
    'wrong_host',
  ],
  ['an unknown route', () => send({ path: '/api/sysmon_trail/none' }), 404, 'no_route'],
  ['an unknown page', () => send({ path: '/none' }), 404, 'no_page'],
  ['another method', () => send({ path: '/api/sysmon_trail/echo' }), 405, 'wrong_method'],
])('%s is refused with a sentence', async (_, ask, status, kind) => {
  const answer = await ask();
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    status,
    expect.objectContaining({ kind, message: expect.stringMatching(/\.$/) as string }),
  ]);
});

test('a bug is a 500 without its detail; the log has it', async () => {
  const { status, text } = await send({ path: '/api/sysmon_trail/bug' });
  expect(status).toBe(500);
  expect(text).not.toMatch(/secret|at .*\.ts/);
  expect(logged.join()).toContain('secret detail');
});

test('a caller that goes away aborts the request', async () => {
  const done = new Promise<void>((resolve) => (aborted = resolve));
  const began = new Promise<void>((resolve) => (arrived = resolve));
  const sent = request(`${host.url}/api/sysmon_trail/slow`).on('error', () => undefined);
  sent.end();
  await began;
  sent.destroy();
  await done;
});

test('pages carry a policy that forbids eval and foreign hosts', async () => {
  const { text, headers } = await send({ path: '/page' });
  expect(text).toBe('page');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).not.toContain('unsafe-eval');
});
