import type { RequestServices } from './ports';
import { StoreProblem } from './ports';
import { createApp } from './app';
import { answerRequest } from './http/answer_request';
import type { RawRequest } from './http/parse_request';
import { memoryEventStore } from './memory/memory_event_store';
import { guidOf, HOST, keyOf, made, started, startOf } from '../test/lineage/made_events';

const lookup = made({
  id: 22,
  at: startOf(2),
  actor: 1,
  fields: { QueryName: 'fgyt.shadidphotography.com' },
});
const events = memoryEventStore([started(1), lookup, made({ id: 4, at: startOf(3) })]);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const services = (store = events): RequestServices => ({
  events: store,
  clock: { now: () => startOf(9) },
  log: silent,
  signal: new AbortController().signal,
});

async function call(operation: string, raw: RawRequest, store = events) {
  const route = createApp().routes.find((one) => one.operation === operation);
  if (!route) throw new Error(`No route ${operation}`);
  return answerRequest({ route, raw, log: silent, services: () => services(store) });
}

const day = { from: new Date(startOf(0)).toISOString(), to: String(startOf(100)) };

describe('every route answers', () => {
  it.each<[string, RawRequest, object]>([
    ['lineage', { query: { guid: guidOf(1) } }, { kind: 'found', origin: keyOf(1), total: 3 }],
    ['lineage', { query: { ...lookup.ref } }, { kind: 'found', origin: keyOf(1), event: lookup }],
    [
      'lineage',
      { query: { guid: guidOf(1), host: HOST, ...day } },
      { range: { from: startOf(0), to: startOf(100) } },
    ],
    [
      'forest',
      { params: { host: HOST }, query: day },
      { kind: 'found', roots: [keyOf(1)], hostEvents: { 4: 1 } },
    ],
    ['file_hops', { query: { guid: guidOf(1), host: HOST } }, { kind: 'found', hops: [] }],
    ['process_links', { query: { host: HOST, ...day } }, { kind: 'found', links: [], total: 0 }],
    ['process_events', { params: { guid: guidOf(1) }, query: { ids: '22' } }, { events: [lookup] }],
    [
      'process_events',
      { params: { guid: guidOf(1) }, query: { limit: '1' } },
      { total: { value: 2 }, next: expect.any(String) },
    ],
    [
      'find_events',
      { body: { where: { kind: 'contains', field: 'QueryName', value: 'SHADID' } } },
      { events: [lookup] },
    ],
    ['document', { query: { ...lookup.ref } }, { kind: 'found', event: lookup }],
    ['hosts', { query: {} }, { kind: 'found', hosts: [{ host: HOST, events: 3, processes: 1 }] }],
  ])('%s %j', async (operation, raw, body) => {
    expect(await call(operation, raw)).toMatchObject({ status: 200, body });
  });
});

describe('bad input gets a sentence, never a stack trace', () => {
  it.each<[string, RawRequest, number]>([
    ['lineage', { query: {} }, 400],
    ['lineage', { query: { guid: '{broken}' } }, 400],
    ['lineage', { query: { guid: guidOf(1), from: 'yesterday' } }, 400],
    ['lineage', { query: { guid: guidOf(1), unknown: '1' } }, 400],
    ['lineage', { query: { guid: guidOf(77) } }, 404],
    ['lineage', { query: { index: 'winlogbeat-made', id: 'missing' } }, 404],
    ['file_hops', { query: { guid: guidOf(1) } }, 400],
    ['file_hops', { query: { guid: guidOf(77), host: HOST } }, 404],
    ['process_links', { query: { host: HOST } }, 400],
    ['process_links', { query: { guid: guidOf(77), host: HOST } }, 404],
    ['forest', { params: { host: HOST }, query: {} }, 400],
    ['forest', { params: { host: 'NOBODY' }, query: day }, 404],
    ['process_events', { params: { guid: 'x' }, query: {} }, 400],
    ['process_events', { params: { guid: guidOf(1) }, query: { limit: '10001' } }, 400],
    ['find_events', { body: { where: { kind: 'equals', field: 'NoSuchField', value: '' } } }, 400],
    ['find_events', { body: { where: { kind: 'regex', field: 'Image', value: '(' } } }, 400],
    ['find_events', {}, 400],
    ['document', { query: { index: 'winlogbeat-made', id: 'missing' } }, 404],
    ['hosts', { query: { limit: '0' } }, 400],
  ])('%s %j -> %i', async (operation, raw, status) => {
    const answer = await call(operation, raw);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it.each(['unreachable', 'forbidden', 'timed_out'] as const)('a store that is %s', async (kind) => {
    const failing = {
      ...events,
      ask: () => Promise.reject(new StoreProblem(kind, 'winlogbeat-*', 'detail')),
    };
    const { status, body } = await call('hosts', { query: {} }, failing);
    expect(status).toBeGreaterThanOrEqual(403);
    expect(body).toMatchObject({ kind, operation: 'hosts', message: expect.stringMatching(/\.$/) });
  });
});

it('no two routes share an operation or an address', () => {
  const { routes } = createApp();
  expect(new Set(routes.map(({ operation }) => operation)).size).toBe(routes.length);
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
});
