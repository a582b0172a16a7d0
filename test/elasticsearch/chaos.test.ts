import type { Client } from '@elastic/elasticsearch';
import { esEventStore } from '../../server/elasticsearch/es_event_store';
import type { EsEventStoreOptions } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import type { EventStore, FoundEvents } from '../../server/ports';
import { StoreProblem } from '../../server/ports';
import { contractDocuments } from '../contracts/contract_documents';
import { DEFAULT_VERSION } from '../../tools/embedded_elasticsearch/engine_versions';
import { startEngine } from '../../tools/embedded_elasticsearch/start_engine';
import type { Engine } from '../../tools/embedded_elasticsearch/start_engine';
import { chaosProxy } from './chaos_proxy';
import type { ChaosProxy, Mishap } from './chaos_proxy';
import { engineClient } from './engine';
import { mappingOf } from './mapping_variants';
import { twoStores } from './two_stores';
import type { TwoStores } from './two_stores';

const READ = {
  kind: 'read',
  where: { kind: 'contains', field: 'Image', value: 'exe' },
  fields: ['Image'],
  max: 1_000,
} as const;

/** As Elasticsearch 8.12 words them (security is not part of the engine that tests run on). */
const UNAUTHORISED: Mishap = {
  kind: 'answer',
  status: 401,
  body: {
    error: {
      type: 'security_exception',
      reason: 'unable to authenticate user [mika] for REST request [/_msearch]',
    },
    status: 401,
  },
};
const FORBIDDEN: Mishap = {
  kind: 'answer',
  status: 403,
  body: {
    error: {
      type: 'security_exception',
      reason:
        'action [indices:data/read/field_caps] is unauthorized for user [mika] with effective roles [analyst] on indices [secret], this action is granted by the index privileges [view_index_metadata,manage,read,all]',
    },
    status: 403,
  },
};
const BUSY: Mishap = {
  kind: 'answer',
  status: 429,
  body: {
    error: {
      type: 'circuit_breaking_exception',
      reason: '[parent] Data too large, data for [<http_request>] would be larger than the limit',
    },
    status: 429,
  },
};

/** Its own: a setting of the whole cluster is changed here, under which other tests would ask otherwise. */
let engine: Engine;
let two: TwoStores;
let proxy: ChaosProxy;
let client: Client;
const pattern = () => two.indices[0] ?? '';

beforeAll(async () => {
  engine = await startEngine({ version: process.env.ENGINE_VERSION ?? DEFAULT_VERSION });
  process.env.TEST_ENGINE_URL = engine.url;
  two = await twoStores([
    { create: { mappings: mappingOf('keyword') }, documents: contractDocuments('winlogbeat_raw') },
    { create: { mappings: mappingOf('keyword') }, documents: contractDocuments('nxlog') },
  ]);
  proxy = await chaosProxy(engine.url);
  client = engineClient({ node: proxy.url });
}, 60_000);
beforeEach(() => {
  proxy.mishap = () => undefined;
});
afterAll(async () => {
  await client.close();
  await proxy.close();
  await two.dispose();
  await engine.stop();
});

const storeOf = (options: Partial<EsEventStoreOptions> = {}): EventStore =>
  esEventStore({
    client,
    patterns: [pattern()],
    cache: factsCache({ now: () => 0 }),
    operation: 'chaos',
    ...options,
  });

const problemOf = async (work: Promise<unknown>): Promise<StoreProblem> => {
  const thrown = await work.then(
    () => 'no problem',
    (problem: unknown) => problem,
  );
  if (!(thrown instanceof StoreProblem)) throw new Error(`no StoreProblem: ${String(thrown)}`);
  return thrown;
};

describe('nothing can be answered', () => {
  it.each([
    ['unauthorised', UNAUTHORISED],
    ['forbidden', FORBIDDEN],
    ['busy', BUSY],
    ['unreachable', { kind: 'cut' }],
  ] as const)('%s, on the first request and on a later one', async (kind, mishap) => {
    proxy.mishap = () => mishap;
    expect((await problemOf(storeOf().ask([READ]))).kind).toBe(kind);
    proxy.mishap = (path) => (path.includes('_msearch') ? mishap : undefined);
    const later = await problemOf(storeOf().ask([READ]));
    expect([later.kind, later.pattern]).toEqual([kind, pattern()]);
    expect(later.detail).not.toBe('');
  });

  it('an engine that is not there', async () => {
    const nobody = engineClient({ node: 'http://127.0.0.1:9' });
    expect((await problemOf(storeOf({ client: nobody }).ask([READ]))).kind).toBe('unreachable');
    await nobody.close();
  });

  it('an engine that never answers', async () => {
    proxy.mishap = (path) => (path.includes('_msearch') ? { kind: 'hang' } : undefined);
    const problem = await problemOf(storeOf({ timeout_ms: 100, patience_ms: 200 }).ask([READ]));
    expect(problem.kind).toBe('timed_out');
  });

  it('a missing index and a closed one', async () => {
    expect((await problemOf(storeOf({ patterns: ['no-such-index'] }).ask([READ]))).kind).toBe('no_index');
    expect((await problemOf(storeOf({ patterns: ['no-such-*'] }).ask([READ]))).kind).toBe('no_index');
    expect((await problemOf(storeOf().get([{ index: 'no-such-index', id: 'x' }]))).kind).toBe('no_index');
    await two.client.indices.close({ index: pattern() });
    expect((await problemOf(storeOf().ask([READ]))).kind).toBe('index_closed');
    await two.client.indices.open({ index: pattern(), wait_for_active_shards: 1 });
  });
});

describe('some of it can be answered', () => {
  const both = () => [...two.indices];

  it('a pattern that may not be read is named, the other answers', async () => {
    proxy.mishap = (path) => (path.includes(two.indices[1] ?? '') ? FORBIDDEN : undefined);
    const [answer] = await storeOf({ patterns: both() }).ask([READ]);
    expect(answer.events.length).toBeGreaterThan(0);
    expect(answer.remarks).toContainEqual({ kind: 'forbidden', pattern: two.indices[1] });
  });

  it('a missing pattern is named, the other answers', async () => {
    const [answer] = await storeOf({ patterns: [pattern(), 'no-such-*'] }).ask([READ]);
    expect(answer.events.length).toBeGreaterThan(0);
    expect(answer.remarks).toContainEqual({ kind: 'no_index', pattern: 'no-such-*' });
  });

  it('an index that is closed after its facts were learnt is named, the other answers', async () => {
    const store = storeOf({ patterns: both() });
    await store.ask([READ]);
    await two.client.indices.close({ index: pattern() });
    const [answer] = await store.ask([READ]);
    await two.client.indices.open({ index: pattern(), wait_for_active_shards: 1 });
    expect(answer.events.length).toBeGreaterThan(0);
    expect(answer.remarks).toContainEqual({ kind: 'index_closed', pattern: pattern() });
  });

  it('failed shards are counted and named', async () => {
    proxy.mishap = (path) =>
      path.includes('_msearch')
        ? { kind: 'answer', status: 200, body: { responses: [partly(two.indices[1] ?? '')] } }
        : undefined;
    const [answer] = await storeOf({ patterns: both() }).ask([READ]);
    expect(answer.remarks).toContainEqual({
      kind: 'shards_failed',
      failed: 1,
      total: 2,
      indices: [two.indices[1]],
    });
    expect(answer.remarks).toContainEqual({ kind: 'timed_out', seconds: 30 });
  });
});

const partly = (index: string) => ({
  status: 200,
  timed_out: true,
  _shards: {
    total: 2,
    successful: 1,
    skipped: 0,
    failed: 1,
    failures: [{ shard: 0, index, reason: { type: 'node_disconnected_exception', reason: 'gone' } }],
  },
  hits: { total: { value: 0, relation: 'eq' }, hits: [] },
});

describe('search.allow_expensive_queries: false', () => {
  const allow = (value: boolean | null) =>
    two.client.cluster.putSettings({ persistent: { 'search.allow_expensive_queries': value } });
  beforeAll(() => allow(false));
  afterAll(() => allow(null));

  it('is said, and patterns are checked in memory', async () => {
    const range = { from: Date.parse('2024-03-05T00:00:00Z'), to: Date.parse('2024-03-06T00:00:00Z') };
    const question = { ...READ, range };
    const [answer] = await storeOf({ patterns: [...two.indices] }).ask([question]);
    const [wanted] = await two.memory.ask([question]);
    expect(idsOf(answer)).toEqual(idsOf(wanted));
    expect(answer.total).toEqual(wanted.total);
    expect(answer.remarks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['expensive_queries_off', 'checked_in_memory']),
    );
  });
});

const idsOf = ({ events }: FoundEvents) => events.map(({ ref }) => `${ref.index} ${ref.id}`).sort();

describe('a caller that goes away', () => {
  it('ends the request at Elasticsearch', async () => {
    const cancel = new AbortController();
    proxy.mishap = (path) => (path.includes('_msearch') ? { kind: 'hang' } : undefined);
    const hanging = proxy.hanging();
    const asked = problemOf(storeOf({ signal: cancel.signal }).ask([READ]));
    await hanging;
    cancel.abort();
    expect((await asked).kind).toBe('aborted');
    await until(() => proxy.gone.some((path) => path.includes('_msearch')));
  });

  it('in the middle of a scan leaves no point in time open', async () => {
    const cancel = new AbortController();
    const opened = await openContexts();
    const pages = storeOf({ signal: cancel.signal }).scan({ where: { kind: 'all' }, fields: [], page: 2 });
    const cut = problemOf(
      (async () => {
        for await (const page of pages) if (page.length > 0) cancel.abort();
      })(),
    );
    expect((await cut).kind).toBe('aborted');
    await until(async () => (await openContexts()) <= opened);
  });

  it('out of a scan that it has seen enough of leaves no point in time open', async () => {
    const opened = await openContexts();
    for await (const page of storeOf().scan({ where: { kind: 'all' }, fields: [], page: 2 }))
      if (page.length > 0) break;
    await until(async () => (await openContexts()) <= opened);
  });

  async function openContexts(): Promise<number> {
    const { _all } = await two.client.indices.stats({ index: [...two.indices], metric: 'search' });
    return _all.total?.search?.open_contexts ?? 0;
  }
});

it('names the operation in every request', async () => {
  const names: unknown[] = [];
  client.diagnostic.on('request', (_error, result) =>
    names.push(result?.meta.request.params.headers?.['x-opaque-id']),
  );
  await storeOf({ operation: 'lineage' }).ask([READ]);
  client.diagnostic.removeAllListeners('request');
  expect(new Set(names)).toEqual(new Set(['sysmon-trail:lineage']));
});

/** Waits for what must become true, as long as the test may last. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
}
