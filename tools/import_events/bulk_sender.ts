import { errors, type Client } from '@elastic/elasticsearch';
import type { BulkResponse, ErrorCause } from '@elastic/elasticsearch/lib/api/types';
import { setTimeout as wait } from 'node:timers/promises';

export interface DocumentToSend<T> {
  readonly id: string;
  readonly index: string;
  /** As object, or as JSON text. */
  readonly document: object | string;
  /** Comes back with the result. */
  readonly about: T;
}

export interface SentDocument<T> {
  readonly about: T;
  readonly result: 'created' | 'already_there' | 'refused';
  readonly reason?: string;
}

export interface BulkOptions<T> {
  readonly client: Client;
  readonly signal?: AbortSignal;
  onSent(sent: SentDocument<T>): void;
}

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_DOCUMENTS = 3000;
const AT_ONCE = 2;
const BUSY_WAITS_MS = [250, 500, 1000, 2000, 4000, 8000];

/**
 * Sends documents in bulk requests, at most two under way, so memory is bounded however many there are. A document whose id
 * is there already stays as it is. Requests that the cluster is too busy for are sent again.
 * @throws when the cluster cannot be reached, or `signal` aborts
 */
export async function sendInBulk<T>(
  documents: AsyncIterable<DocumentToSend<T>> | Iterable<DocumentToSend<T>>,
  options: BulkOptions<T>,
): Promise<void> {
  const under_way = new Set<Promise<void>>();
  const failed: unknown[] = [];
  for await (const batch of batches(documents)) {
    options.signal?.throwIfAborted();
    const request = sendBatch(batch, options)
      .catch((error: unknown) => void failed.push(error))
      .finally(() => under_way.delete(request));
    under_way.add(request);
    if (under_way.size >= AT_ONCE) await Promise.race(under_way);
    if (failed.length > 0) break;
  }
  await Promise.all(under_way);
  if (failed.length > 0) throw failed[0];
}

interface Batch<T> {
  readonly documents: DocumentToSend<T>[];
  readonly lines: string[];
}

async function* batches<T>(
  documents: AsyncIterable<DocumentToSend<T>> | Iterable<DocumentToSend<T>>,
): AsyncIterable<Batch<T>> {
  let batch: Batch<T> = { documents: [], lines: [] };
  let bytes = 0;
  for await (const document of documents) {
    const text =
      typeof document.document === 'string' ? document.document : JSON.stringify(document.document);
    batch.documents.push(document);
    batch.lines.push(JSON.stringify({ create: { _index: document.index, _id: document.id } }), text);
    bytes += text.length;
    if (bytes < MAX_BYTES && batch.documents.length < MAX_DOCUMENTS) continue;
    yield batch;
    batch = { documents: [], lines: [] };
    bytes = 0;
  }
  if (batch.documents.length > 0) yield batch;
}

/** Documents that the cluster is too busy for go again, up to six times, then they count as refused. */
async function sendBatch<T>(batch: Batch<T>, options: BulkOptions<T>): Promise<void> {
  let left = batch;
  for (const pause of [...BUSY_WAITS_MS, undefined]) {
    const answer = await post(left, options);
    const busy: Batch<T> = { documents: [], lines: [] };
    for (const [i, document] of left.documents.entries()) {
      const { status = 0, error } = answer.items[i]?.create ?? {};
      if (status === 429 && pause !== undefined) {
        busy.documents.push(document);
        busy.lines.push(...left.lines.slice(2 * i, 2 * i + 2));
      } else options.onSent({ about: document.about, ...resultOf(status, error) });
    }
    if (busy.documents.length === 0) return;
    await wait(pause, undefined, { signal: options.signal });
    left = busy;
  }
}

function resultOf(status: number, error: ErrorCause | undefined): Omit<SentDocument<unknown>, 'about'> {
  if (error === undefined) return { result: 'created' };
  return status === 409 ? { result: 'already_there' } : { result: 'refused', reason: reasonOf(error) };
}

const reasonOf = ({ type, reason, caused_by }: ErrorCause): string =>
  [type, reason, caused_by?.reason].filter(Boolean).join(': ');

async function post<T>({ lines }: Batch<T>, { client, signal }: BulkOptions<T>): Promise<BulkResponse> {
  for (const pause of [...BUSY_WAITS_MS, undefined]) {
    try {
      return await client.transport.request<BulkResponse>(
        { method: 'POST', path: '/_bulk', bulkBody: [...lines] },
        { signal, requestTimeout: 120_000 },
      );
    } catch (error) {
      if (!(error instanceof errors.ResponseError) || error.statusCode !== 429 || pause === undefined)
        throw error;
      await wait(pause, undefined, { signal });
    }
  }
  throw new Error('unreachable: the last pause is undefined');
}
