import type { Client } from '@elastic/elasticsearch';
import type { IndicesCreateRequest } from '@elastic/elasticsearch/lib/api/types';
import { readEvent } from '../../common/field_schemas/read_event';
import { esEventStore } from '../../server/elasticsearch/es_event_store';
import type { EsEventStoreOptions } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import type { EventStore, StoredDocument } from '../../server/ports';
import { memoryOf } from '../contracts/memory_of';
import { engineClient, freshIndexName, indexDocuments } from './engine';

export interface IndexedDocument {
  readonly _id: string;
  readonly _source: object;
}

export interface DocumentsOfIndex {
  readonly create: Omit<IndicesCreateRequest, 'index'>;
  readonly documents: readonly IndexedDocument[];
}

/** The same documents in two stores: on the engine, and read into memory. */
export interface TwoStores {
  readonly es: EventStore;
  readonly memory: EventStore;
  readonly client: Client;
  readonly indices: readonly string[];
  storeWith(options: Partial<EsEventStoreOptions>): EventStore;
  dispose(): Promise<void>;
}

/** Each entry becomes an index of its own; all are asked together. */
export async function twoStores(entries: readonly DocumentsOfIndex[]): Promise<TwoStores> {
  const client = engineClient();
  const prefix = freshIndexName('two');
  const indices = entries.map((_, at) => `${prefix}-${at}`);
  const stored: StoredDocument[] = [];
  for (const [at, { create, documents }] of entries.entries()) {
    const index = indices[at] ?? prefix;
    await client.indices.create({ index, ...create });
    await indexDocuments({ client, index }, documents);
    stored.push(...documents.map(({ _id, _source }) => readStored(index, _id, _source)));
  }
  const storeWith = (options: Partial<EsEventStoreOptions>): EventStore =>
    esEventStore({
      client,
      patterns: [`${prefix}-*`],
      cache: factsCache({ now: () => 0 }),
      operation: 'test',
      ...options,
    });
  return {
    es: storeWith({}),
    memory: memoryOf(stored),
    client,
    indices,
    storeWith,
    async dispose() {
      await client.indices.delete({ index: [...indices] }, { ignore: [404] });
      await client.close();
    },
  };
}

function readStored(index: string, id: string, source: object): StoredDocument {
  const read = readEvent({ _index: index, _id: id, _source: source });
  const document = { ref: { index, id }, source: { ...source } };
  return read.kind === 'event' ? { ...document, event: read.event } : { ...document, reason: read.reason };
}
