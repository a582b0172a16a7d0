import type { DocumentAnswer } from '../../common/api/events';
import type { DocumentRef } from '../../common/sysmon/sysmon_event';
import type { EventStore } from '../ports';

/** A document as it is stored, and what was read from it. */
export async function getDocument(store: EventStore, ref: DocumentRef): Promise<DocumentAnswer> {
  const [document] = await store.get([ref]);
  if (!document) return { kind: 'not_found', what: 'document', looked_in: [ref.index] };
  const {
    ref: { index, id },
    source,
    event,
    reason,
  } = document;
  return { kind: 'found', index, id, source, event, reason };
}
