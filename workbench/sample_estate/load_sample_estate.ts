import type { Client } from '@elastic/elasticsearch';
import { renderDocument } from '../../test/worlds/render_document';
import { sampleEstate } from '../../test/worlds/sample_estate';
import { sendInBulk, type DocumentToSend } from '../../tools/import_events/bulk_sender';
import { ensureIndex } from '../../tools/import_events/ensure_index';
import { shapeOf } from './estate_shapes';

const PREFIX = 'winlogbeat-sample-';
const EVERY = 10_000;

export interface LoadEstateOptions {
  readonly client: Client;
  /** End of its two days, ms. */
  readonly now: number;
  readonly signal?: AbortSignal;
  onProgress?(loaded: number, total: number): void;
}

/** Loads the sample estate afresh, each host and day in another shape; what an earlier start left is deleted. Answers the number of events. */
export async function loadSampleEstate({
  client,
  now,
  signal,
  onProgress,
}: LoadEstateOptions): Promise<number> {
  await deleteSampleIndices(client);
  const { events } = sampleEstate({ now });
  const documents = function* (): Iterable<DocumentToSend<undefined>> {
    for (const event of events) {
      const shape = shapeOf(event, now);
      yield {
        id: `${event.host}-${event.recordId}`,
        index: PREFIX + shape,
        document: renderDocument(event, shape),
        about: undefined,
      };
    }
  };
  const indices = [...new Set(events.map((event) => PREFIX + shapeOf(event, now)))];
  for (const index of indices) await ensureIndex(client, index);
  let loaded = 0;
  await sendInBulk(documents(), {
    client,
    signal,
    onSent({ result, reason = '' }) {
      if (result !== 'created')
        throw new Error(`The sample estate does not fit into its index: ${reason || result}`);
      loaded += 1;
      if (loaded % EVERY === 0) onProgress?.(loaded, events.length);
    },
  });
  await client.indices.refresh({ index: indices });
  return loaded;
}

/** By name: clusters refuse to delete by wildcard. */
async function deleteSampleIndices(client: Client): Promise<void> {
  const found = Object.keys(await client.indices.get({ index: `${PREFIX}*`, allow_no_indices: true }));
  if (found.length > 0) await client.indices.delete({ index: found });
}
