import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import type { ClientOptions } from '@elastic/elasticsearch';
import type { IndicesCreateRequest } from '@elastic/elasticsearch/lib/api/types';
import { clusterFromEnv } from '../../tools/embedded_elasticsearch/cluster_from_env';

/** The engine of this test run; with `options` such as `maxRetries` on top. Close it: `await client.close()`. */
export function engineClient(options: ClientOptions = {}): Client {
  const node = process.env.TEST_ENGINE_URL;
  const cluster = node ? { node } : clusterFromEnv(process.env);
  if (!cluster) throw new Error('No engine: run this test in the jest project "elasticsearch" or "long"');
  return new Client({ ...cluster, maxRetries: 0, requestTimeout: 60_000, ...options });
}

/** Version of the server, such as `8.12.2`. The embedded engine has no `GET /`, hence no `client.info()`. */
export async function serverVersion(client: Client): Promise<string> {
  const path = '/_nodes/_local?filter_path=nodes.*.version';
  const { nodes } = await client.transport.request<{ nodes: Record<string, { version: string }> }>({
    method: 'GET',
    path,
  });
  const version = Object.values(nodes)[0]?.version;
  if (!version) throw new Error(`${path} names no version`);
  return version;
}

/** An index name that no other test uses, also not one of another run on the same cluster. */
export function freshIndexName(prefix = 'test'): string {
  return `${prefix}-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
}

export interface IndexForTest {
  readonly client: Client;
  readonly index: string;
}

/** Creates an index (mappings, settings), runs the test on it, and deletes it whatever happens. */
export async function withIndex<T>(
  create: Omit<IndicesCreateRequest, 'index'>,
  run: (at: IndexForTest) => Promise<T>,
): Promise<T> {
  const client = engineClient();
  const index = freshIndexName();
  try {
    await client.indices.create({ index, ...create });
    return await run({ client, index });
  } finally {
    await client.indices.delete({ index }, { ignore: [404] });
    await client.close();
  }
}

/**
 * Indexes documents and refreshes. Documents without `_id` get one from the engine.
 * @throws Error naming the first document that was refused
 */
export async function indexDocuments(
  { client, index }: IndexForTest,
  documents: readonly { _id?: string; _source: object }[],
): Promise<void> {
  if (documents.length === 0) return;
  const operations = documents.flatMap(({ _id, _source }) => [{ create: { _index: index, _id } }, _source]);
  const answer = await client.bulk({ operations, refresh: true });
  const refused = answer.items.find((item) => item.create?.error)?.create;
  if (refused)
    throw new Error(`${index} refused ${refused._id ?? 'a document'}: ${refused.error?.reason ?? ''}`);
}
