import { objectOf, parsed } from './engine_request';
import type { Engine, Json } from './engine_request';

interface Hit {
  readonly _index: string;
  readonly _id: string;
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: Json;
}

const PAGE = 1000;
const NDJSON = { 'content-type': 'application/x-ndjson' };

export interface ByQuery {
  readonly engine: Engine;
  /** Of the indices, without the endpoint's own name. */
  readonly target: string;
  readonly body: Json;
}

async function hitsOf({ engine, target, body }: ByQuery): Promise<Hit[]> {
  const { body: text } = await engine({ method: 'POST', path: `${target}_search`, body });
  return (objectOf(parsed(text).hits).hits ?? []) as Hit[];
}

const report = (counts: { updated?: number; deleted?: number; conflicts?: number; total: number }): Json => ({
  took: 1,
  timed_out: false,
  batches: 1,
  noops: 0,
  total: counts.total,
  updated: counts.updated ?? 0,
  deleted: counts.deleted ?? 0,
  version_conflicts: counts.conflicts ?? 0,
  failures: [],
});

/** Writes a document back unless someone else has changed it meanwhile. */
async function writeBack(
  engine: Engine,
  { _index, _id, _seq_no, _primary_term, _source }: Hit,
): Promise<boolean> {
  const path = `/${_index}/_doc/${encodeURIComponent(_id)}?if_seq_no=${_seq_no}&if_primary_term=${_primary_term}`;
  const { status } = await engine({ method: 'PUT', path: `${path}&refresh=true`, body: _source });
  return status < 300;
}

/** Task Manager claims due tasks with a painless _update_by_query; the same steps, with optimistic concurrency. */
export async function claimTasks({ engine, target, body }: ByQuery, max: number): Promise<Json> {
  const params = objectOf(objectOf(body.script).params);
  const sort = [{ 'task.runAt': 'asc' }];
  const search = { query: body.query, size: max, seq_no_primary_term: true, sort };
  const hits = await hitsOf({ engine, target, body: search });
  const claimed = hits.filter((hit) => claim(objectOf(hit._source.task), params));
  const written = await Promise.all(claimed.map((hit) => writeBack(engine, hit)));
  const updated = written.filter(Boolean).length;
  return report({ updated, conflicts: written.length - updated, total: hits.length });
}

function claim(task: Json, params: Json): boolean {
  const type = String(task.taskType);
  if ((params.claimableTaskTypes as string[] | undefined)?.includes(type)) {
    const retry = typeof task.retryAt === 'string' && Date.parse(task.retryAt) < Number(params.now);
    task.scheduledAt = retry ? task.retryAt : task.runAt;
    Object.assign(task, objectOf(params.fieldUpdates), { status: 'claiming' });
    return true;
  }
  if (!(params.unusedTaskTypes as string[] | undefined)?.includes(type)) return false;
  task.status = 'unrecognized';
  return true;
}

/** Migrations write documents back unchanged, so that new mappings apply. With a script nothing can be done here. */
export async function touchDocuments({ engine, target, body }: ByQuery): Promise<Json> {
  const search = { query: body.query, size: PAGE, seq_no_primary_term: true };
  const hits = body.script ? [] : await hitsOf({ engine, target, body: search });
  const written = await Promise.all(hits.map((hit) => writeBack(engine, hit)));
  return report({ updated: written.filter(Boolean).length, total: hits.length });
}

/** Finds and deletes, page by page. */
export async function deleteByQuery({ engine, target, body }: ByQuery): Promise<Json> {
  let deleted = 0;
  for (;;) {
    const hits = await hitsOf({ engine, target, body: { query: body.query, size: PAGE, _source: false } });
    if (hits.length === 0) return report({ deleted, total: deleted });
    const lines = hits.map(({ _index, _id }) => `${JSON.stringify({ delete: { _index, _id } })}\n`).join('');
    await engine({ method: 'POST', path: '/_bulk?refresh=true', body: lines, headers: NDJSON });
    deleted += hits.length;
  }
}

/** Counters of saved objects go up by script; here by reading and writing. `path`: `/<index>/_update/<id>`. */
export async function scriptedUpdate(
  engine: Engine,
  { path, refresh, body }: { readonly path: string; readonly refresh: string; readonly body: Json },
): Promise<{ readonly status: number; readonly body: Json }> {
  const document = path.replace('/_update/', '/_doc/');
  const stored = parsed((await engine({ method: 'GET', path: document })).body);
  const source = objectOf(stored.found ? stored._source : body.upsert);
  countUp(source, { params: objectOf(objectOf(body.script).params), exists: stored.found === true });
  const written = await engine({ method: 'PUT', path: `${document}?refresh=${refresh}`, body: source });
  const answer = { ...parsed(written.body), get: { found: true, _source: source } };
  return { status: written.status >= 400 ? written.status : 200, body: answer };
}

function countUp(
  source: Json,
  { params, exists }: { readonly params: Json; readonly exists: boolean },
): void {
  const counters = objectOf(source[String(params.type)]);
  const names = (params.counterFieldNames ?? []) as string[];
  const counts = (params.counts ?? []) as number[];
  if (exists) names.forEach((name, at) => (counters[name] = Number(counters[name] ?? 0) + (counts[at] ?? 0)));
  if (params.time) source.updated_at = params.time;
}

const escaped = (text: string): string => text.replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/g, '\\$&');

/** Suggestions of field values, by a terms aggregation. There is no `_tier` field: a filter on it would match nothing. */
export async function termsEnum({ engine, target, body }: ByQuery): Promise<Json> {
  const include = body.string ? { include: `${escaped(String(body.string))}.*` } : {};
  const terms = { field: body.field, size: body.size ?? 10, ...include };
  const search = { size: 0, query: withoutTier(body.index_filter), aggs: { values: { terms } } };
  const { body: text } = await engine({ method: 'POST', path: `${target}_search`, body: search });
  const values = objectOf(objectOf(parsed(text).aggregations).values);
  const buckets = (values.buckets ?? []) as { key: unknown; key_as_string?: string }[];
  const shards = { total: 1, successful: 1, failed: 0 };
  return { _shards: shards, complete: true, terms: buckets.map((b) => b.key_as_string ?? String(b.key)) };
}

function withoutTier(query: unknown): unknown {
  if (Array.isArray(query)) return query.filter((part) => !asksTier(part)).map(withoutTier);
  if (asksTier(query)) return { match_all: {} };
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).map(([key, part]) => [key, withoutTier(part)]));
}

const asksTier = (query: unknown): boolean => '_tier' in objectOf(objectOf(query).terms);
