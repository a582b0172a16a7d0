import { memoryEventStore } from '../../server/memory/memory_event_store';
import type { EventStore, StoredDocument } from '../../server/ports';

/** Documents, read, as a store. */
export function memoryOf(stored: readonly StoredDocument[]): EventStore {
  const events = stored.flatMap(({ event }) => event ?? []);
  return memoryEventStore(
    events,
    stored.filter(({ event }) => !event),
  );
}
