import { EVENT_KINDS } from '../sysmon/event_kinds';
import { and, eventIds, oneOf } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import { quoted } from './problem';

export interface LogSource {
  readonly category?: string;
  readonly product?: string;
  readonly service?: string;
}

interface Category {
  readonly ids: readonly number[];
  /** What the category asks beside the event id. */
  readonly eventTypes?: readonly string[];
}

/**
 * Sigma's categories that Sysmon for Windows writes. Ids: Sigma taxonomy 2.1; the event types of registry_add and
 * registry_delete: SigmaHQ's own tests/thor.yml (the taxonomy text leaves them out).
 */
const CATEGORIES: Readonly<Record<string, Category>> = {
  process_creation: { ids: [1] },
  file_change: { ids: [2] },
  network_connection: { ids: [3] },
  sysmon_status: { ids: [4, 16] },
  process_termination: { ids: [5] },
  driver_load: { ids: [6] },
  image_load: { ids: [7] },
  create_remote_thread: { ids: [8] },
  raw_access_thread: { ids: [9] },
  process_access: { ids: [10] },
  file_event: { ids: [11] },
  registry_add: { ids: [12], eventTypes: ['CreateKey'] },
  registry_delete: { ids: [12], eventTypes: ['DeleteKey', 'DeleteValue'] },
  registry_set: { ids: [13] },
  registry_rename: { ids: [14] },
  registry_event: { ids: [12, 13, 14] },
  create_stream_hash: { ids: [15] },
  pipe_created: { ids: [17, 18] },
  wmi_event: { ids: [19, 20, 21] },
  dns_query: { ids: [22] },
  file_delete: { ids: [23] },
  clipboard_capture: { ids: [24] },
  clipboard_change: { ids: [24] },
  process_tampering: { ids: [25] },
  file_delete_detected: { ids: [26] },
  file_block_executable: { ids: [27] },
  file_block_shredding: { ids: [28] },
  file_executable_detected: { ids: [29] },
  sysmon_error: { ids: [255] },
};

const ALL_IDS: readonly number[] = EVENT_KINDS.map((kind) => kind.id);

/** What a log source selects: the events that a rule can see, and the predicate that says so. */
export type Selected =
  | { readonly kind: 'events'; readonly ids: readonly number[]; readonly where: Predicate }
  | { readonly kind: 'not_sysmon'; readonly reason: string };

/** Log source -> Sysmon events. A product left out is taken as Windows, where these categories come from. */
export function selectEvents(source: LogSource): Selected {
  const { category, product, service } = source;
  if (product !== undefined && product !== 'windows') return notSysmon(source);
  if (service !== undefined && service !== 'sysmon') return notSysmon(source);
  if (category === undefined)
    return service === 'sysmon'
      ? { kind: 'events', ids: ALL_IDS, where: { kind: 'all' } }
      : notSysmon(source);
  const row = Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : undefined;
  if (!row) return notSysmon(source);
  const ids = eventIds(...row.ids);
  return {
    kind: 'events',
    ids: row.ids,
    where: row.eventTypes ? and(ids, oneOf('EventType', row.eventTypes)) : ids,
  };
}

function notSysmon({ category, product, service }: LogSource): Selected {
  const named = [product, category, service].filter((part) => part !== undefined).join(' / ');
  return { kind: 'not_sysmon', reason: `Sysmon for Windows does not write the log source ${quoted(named)}.` };
}
