import type { SearchClient } from '../elasticsearch/search_client';
import { z } from 'zod';
import { defineRoute } from '../http/route';
import type { Logger, RequestServices } from '../ports';
import type { KibanaRequest, RequestHandler, RouteConfig, Router } from './kibana_types';
import { registerRoutes } from './register_routes';
import type { BoundRequest } from './register_routes';

const searched = jest.fn(() => Promise.resolve({}));
const CLIENT = { search: searched } as unknown as SearchClient;
const LOG: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Registered {
  readonly method: 'get' | 'post';
  readonly config: RouteConfig;
  readonly handler: RequestHandler;
}

/** Kibana 8.12's router as far as a plugin meets it, with the checks that it makes at registration. */
function recordedRouter(): Router & { readonly registered: Registered[] } {
  const registered: Registered[] = [];
  const add = (method: 'get' | 'post') => (config: RouteConfig, handler: RequestHandler) => {
    if (config.validate === undefined) throw new Error(`${config.path} does not have a 'validate' specified`);
    for (const [part, rule] of Object.entries(config.validate))
      if (typeof rule !== 'function') throw new Error(`Expected a valid validation logic at key: [${part}]`);
    registered.push({ method, config, handler });
  };
  return { registered, get: add('get'), post: add('post') };
}

const seen: BoundRequest[] = [];
const handled = jest.fn(async (_services: RequestServices, _request: unknown) => ({ kind: 'found' }));
const route = (method: 'GET' | 'POST', privilege: 'read' | 'all') =>
  defineRoute({
    method,
    path: '/api/sysmon_trail/example/{name}',
    operation: 'example',
    summary: '',
    privilege,
    request: {
      params: z.object({ name: z.string() }).strict(),
      query: z.object({ n: z.coerce.number() }).strict(),
      ...(method === 'POST' ? { body: z.object({ b: z.boolean() }).strict() } : {}),
    },
    handle: handled,
  });

function registeredRoute(method: 'GET' | 'POST', privilege: 'read' | 'all' = 'read'): Registered {
  const router = recordedRouter();
  const servicesOf = (bound: BoundRequest) => {
    seen.push(bound);
    return { signal: bound.signal } as unknown as RequestServices;
  };
  registerRoutes({ router, log: LOG, servicesOf, userOf: async () => 'minato' }, [route(method, privilege)]);
  const [first] = router.registered;
  if (!first) throw new Error('nothing was registered');
  return first;
}

/** A request as Kibana hands it over; `abort` is what happens when the browser goes away. */
function kibanaRequest(given: { params?: unknown; query?: unknown; body?: unknown }) {
  const listeners = new Set<() => void>();
  const subscribe = (next: () => void) => {
    listeners.add(next);
    return { unsubscribe: () => void listeners.delete(next) };
  };
  const request: KibanaRequest = {
    params: given.params ?? {},
    query: given.query ?? {},
    body: given.body ?? null,
    events: { aborted$: { subscribe } },
  };
  return { request, listeners, abort: () => listeners.forEach((listener) => listener()) };
}

const context = { core: Promise.resolve({ elasticsearch: { client: { asCurrentUser: CLIENT } } }) };
const response = { custom: (options: object) => options };
const good = { params: { name: 'x' }, query: { n: '3' } };

beforeEach(() => {
  seen.length = 0;
  handled.mockClear();
});

test.each([
  ['GET', 'read', 'get', 'sysmonTrail_read'],
  ['POST', 'all', 'post', 'sysmonTrail_all'],
] as const)(
  '%s with privilege %s is guarded for old and new Kibana alike',
  (method, privilege, verb, name) => {
    const { method: used, config } = registeredRoute(method, privilege);
    expect(used).toBe(verb);
    expect(config.path).toBe('/api/sysmon_trail/example/{name}');
    expect(config.options).toEqual({ access: 'public', tags: [`access:${name}`] });
    expect(config.security).toEqual({ authz: { requiredPrivileges: [name] } });
  },
);

test('Kibana hands over exactly the parts that the route reads, unchanged', () => {
  const { validate } = registeredRoute('POST').config;
  expect(Object.keys(validate)).toEqual(['params', 'query', 'body']);
  expect(validate.query({ n: '3' }, { ok: (value) => ({ value }) })).toEqual({ value: { n: '3' } });
  expect(registeredRoute('GET').config.validate).not.toHaveProperty('body');
});

test('it runs as the current user, under its name, and answers with our own body', async () => {
  const answer = await registeredRoute('GET').handler(context, kibanaRequest(good).request, response);
  expect(answer).toEqual({ statusCode: 200, body: { kind: 'found' }, bypassErrorFormat: true });
  expect(seen).toEqual([
    { client: expect.any(Object), operation: 'example', signal: expect.any(AbortSignal), user: 'minato' },
  ]);
  await seen[0]?.client.search({ index: 'a' });
  expect(searched).toHaveBeenCalledWith({ index: 'a' }, { opaqueId: undefined });
  expect(handled.mock.calls[0]?.[1]).toMatchObject({ params: { name: 'x' }, query: { n: 3 } });
});

test('a request that cannot be read is 400 with every problem, in our own form', async () => {
  const bad = kibanaRequest({ params: { name: 'x' }, query: { n: 'many', m: 1 }, body: { b: 'yes' } });
  const answer = await registeredRoute('POST').handler(context, bad.request, response);
  expect(answer).toMatchObject({ statusCode: 400, body: { kind: 'invalid', operation: 'example' } });
  expect((answer as { body: { problems: string[] } }).body.problems).toHaveLength(3);
  expect(handled).not.toHaveBeenCalled();
});

test('a caller that goes away aborts the signal; a finished request stops listening', async () => {
  const { request, listeners, abort } = kibanaRequest(good);
  handled.mockImplementationOnce(async ({ signal }) => {
    expect(signal.aborted).toBe(false);
    abort();
    return { kind: signal.aborted ? 'found' : 'not_found' };
  });
  expect(await registeredRoute('GET').handler(context, request, response)).toMatchObject({ statusCode: 200 });
  expect(listeners.size).toBe(0);
});

test('it also stops listening after a failure', async () => {
  const { request, listeners } = kibanaRequest(good);
  handled.mockRejectedValueOnce(new Error('boom'));
  expect(await registeredRoute('GET').handler(context, request, response)).toMatchObject({ statusCode: 500 });
  expect(listeners.size).toBe(0);
});
