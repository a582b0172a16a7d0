import type { IncomingHttpHeaders } from 'node:http';
import { claimTasks, deleteByQuery, scriptedUpdate, termsEnum, touchDocuments } from './by_query';
import { coreTypes } from './core_types';
import { parsed } from './engine_request';
import type { Engine, EngineAnswer, Json } from './engine_request';
import { plainSearch, tellIntervals } from './plain_search';
import type { Intervals } from './plain_search';
import { EMPTY, INFO, LICENSE, READ_BY_POST } from './stand_ins';

export interface KibanaAsk {
  readonly method: string;
  readonly path: string;
  readonly params: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Parsed unless it is NDJSON or empty. */
  readonly body: Json | undefined;
  readonly raw: string;
}

interface Rule {
  readonly when: RegExp;
  readonly onlyIf?: (ask: KibanaAsk) => boolean;
  readonly answer: (ask: KibanaAsk, engine: Engine) => Promise<EngineAnswer> | EngineAnswer;
}

const ok = (body: Json): EngineAnswer => ({ status: 200, body });
const byQuery = (ask: KibanaAsk, engine: Engine) => ({
  engine,
  target: ask.path.replace(/_[a-z_]+$/, ''),
  body: ask.body ?? {},
});

/** First rule that fits; everything else passes through unchanged. */
const RULES: readonly Rule[] = [
  { when: /^\/$/, answer: () => ok(INFO) },
  { when: /^\/_(xpack|license)/, answer: () => ok(LICENSE) },
  ...EMPTY.map(([when, body]) => ({
    when,
    answer: (ask: KibanaAsk) => ok(reads(ask) ? body : { acknowledged: true }),
  })),
  { when: /\/_update_by_query$/, answer: updateByQuery },
  {
    when: /^\/_tasks\/shim/,
    answer: ({ path }) => ok(finishedTask(decodeURIComponent(path.slice('/_tasks/'.length)))),
  },
  {
    when: /\/_delete_by_query$/,
    answer: async (ask, engine) => ok(await deleteByQuery(byQuery(ask, engine))),
  },
  { when: /\/_terms_enum$/, answer: async (ask, engine) => ok(await termsEnum(byQuery(ask, engine))) },
  { when: /\/_update\//, onlyIf: ({ body }) => body?.script !== undefined, answer: counterUpdate },
  { when: /(^|\/)_async_search$/, answer: asyncSearch },
  { when: /(^|\/)_search$/, onlyIf: ({ body }) => body !== undefined, answer: search },
  {
    when: /./,
    onlyIf: setsMappings,
    answer: (ask, engine) => pass(ask, engine, coreTypes(ask.body) as Json),
  },
];

const reads = ({ method, path }: KibanaAsk): boolean => method === 'GET' || READ_BY_POST.test(path);

/** Answers Kibana what a full Elasticsearch would, as far as the bare engine can carry it. */
export async function answerKibana(ask: KibanaAsk, engine: Engine): Promise<EngineAnswer> {
  const rule = RULES.find(({ when, onlyIf }) => when.test(ask.path) && (onlyIf?.(ask) ?? true));
  return rule ? rule.answer(ask, engine) : pass(ask, engine, ask.raw);
}

function pass(
  { method, path, params, headers }: KibanaAsk,
  engine: Engine,
  body: string | Json,
): Promise<EngineAnswer> {
  const query = params.size > 0 ? `?${params}` : '';
  return engine({ method, path: `${path}${query}`, body, headers });
}

function setsMappings({ method, path, body }: KibanaAsk): boolean {
  if (!body || !(method === 'PUT' || path.includes('/_simulate'))) return false;
  return body.mappings !== undefined || body.template !== undefined || path.endsWith('/_mapping');
}

const SEARCH_ONLY_ASYNC = ['wait_for_completion_timeout', 'keep_on_completion', 'keep_alive'];

async function search(ask: KibanaAsk, engine: Engine): Promise<EngineAnswer> {
  const intervals: Intervals = {};
  const params = new URLSearchParams([...ask.params].filter(([key]) => !SEARCH_ONLY_ASYNC.includes(key)));
  const answer = await pass(
    { ...ask, method: 'POST', params },
    engine,
    plainSearch(ask.body ?? {}, intervals),
  );
  if (answer.status >= 400 || Object.keys(intervals).length === 0) return answer;
  const body = parsed(answer.body);
  tellIntervals(body.aggregations, intervals);
  return ok(body);
}

async function asyncSearch(ask: KibanaAsk, engine: Engine): Promise<EngineAnswer> {
  const began = Date.now();
  const answer = await search({ ...ask, path: ask.path.replace('_async_search', '_search') }, engine);
  if (answer.status >= 400) return answer;
  return ok({
    is_partial: false,
    is_running: false,
    start_time_in_millis: began,
    expiration_time_in_millis: began + 60_000,
    completion_time_in_millis: Date.now(),
    response: parsed(answer.body),
  });
}

async function updateByQuery(ask: KibanaAsk, engine: Engine): Promise<EngineAnswer> {
  const given = byQuery(ask, engine);
  const claims = given.body.script !== undefined && ask.path.includes('task_manager');
  const max = Number(ask.params.get('max_docs') ?? given.body.max_docs ?? 10);
  const report = claims ? await claimTasks(given, max) : await touchDocuments(given);
  return ok(ask.params.get('wait_for_completion') === 'false' ? { task: finished(report) } : report);
}

/** Everything is done at once, so that a task asked for afterwards is always finished. The id carries the answer. */
const finished = (report: Json): string =>
  `shim:${Buffer.from(JSON.stringify(report)).toString('base64url')}`;

function finishedTask(id: string): Json {
  const report = parsed(Buffer.from(id.slice('shim:'.length), 'base64url').toString());
  const action = 'indices:data/write/update/byquery';
  const task = {
    node: 'shim',
    id: 1,
    type: 'transport',
    action,
    description: '',
    status: report,
    headers: {},
  };
  return { completed: true, task: { ...task, cancellable: true }, response: report };
}

function counterUpdate({ path, params, body }: KibanaAsk, engine: Engine): Promise<EngineAnswer> {
  return scriptedUpdate(engine, { path, refresh: params.get('refresh') ?? 'false', body: body ?? {} });
}
