import { readEvent } from '../../common/field_schemas/read_event';
import { contractDocuments } from '../../test/contracts/contract_documents';
import { eventStoreContract } from '../../test/contracts/event_store_contract';
import { memoryOf } from '../../test/contracts/memory_of';

describe('memory event store', () => {
  const stored = contractDocuments('flat').map(({ _id, _source }) => {
    const read = readEvent({ _index: 'memory-1', _id, _source });
    return {
      ref: { index: 'memory-1', id: _id },
      source: _source,
      ...(read.kind === 'event' ? { event: read.event } : { reason: read.reason }),
    };
  });
  const events = stored.flatMap((document) => ('event' in document ? [document.event] : []));
  eventStoreContract(() => ({
    store: memoryOf(stored),
    events,
    other: { index: 'memory-1', id: 'other' },
    knowsFirstAndLast: true,
  }));
});
