import { z } from 'zod';
import type { Remark, TimeRange } from '../remark';
import type { DocumentRef, EventTime, SysmonEvent } from '../sysmon/sysmon_event';
import type { ProcessKey } from '../sysmon/process_guid';
import { timeText } from './time_text';

export const LINEAGE_PATH = '/api/sysmon_trail/lineage';
export const FOREST_PATH = '/api/sysmon_trail/hosts/{host}/forest';

/**
 * Either `guid`, or `index` and `id` of any Sysmon event. Times: ISO or ms since 1970; from inclusive, to exclusive.
 * `role`: which process of a remote thread (8) or process access (10) is meant. `after`: `after` of a `truncated` note.
 * Without `from` and `to`: from an hour before the process's start to its end, at least to an hour after the start.
 */
export const lineageRequest = z
  .object({
    guid: z.string().max(64).optional(),
    index: z.string().min(1).max(512).optional(),
    id: z.string().min(1).max(512).optional(),
    host: z.string().min(1).max(255).optional(),
    role: z.enum(['source', 'target']).default('source'),
    from: timeText.optional(),
    to: timeText.optional(),
    after: z.string().max(64).optional(),
  })
  .strict();

export const forestRequest = z
  .object({ from: timeText, to: timeText, after: z.string().max(4096).optional() })
  .strict();

/** Events per event id: {"3": 12, "22": 1}. Exact. */
export type ActivityCounts = Readonly<Record<number, number>>;

/**
 * One process. `recorded`: its event 1 is in the logs. `inferred`: known only from other events, so `image`, `commandLine` ...
 * come from a child's Parent* fields or from its own activity (`inferredFrom` says which) and may be missing.
 */
export interface LineageNode {
  readonly id: ProcessKey;
  readonly parentId?: ProcessKey;
  readonly known: 'recorded' | 'inferred';
  readonly inferredFrom?: 'child' | 'activity';
  readonly processId?: string;
  readonly image?: string;
  readonly commandLine?: string;
  readonly currentDirectory?: string;
  readonly originalFileName?: string;
  readonly user?: string;
  readonly logonId?: string;
  readonly integrityLevel?: string;
  readonly hashes?: string;
  readonly ruleName?: string;
  readonly start?: EventTime;
  /** Event 5. Known within the range; of the origin at any time; of ancestors also within a day of their start. */
  readonly end?: EventTime;
  /** Document of event 1, for "show event". */
  readonly document?: DocumentRef;
  /** Own activity within the range, per event id, events 1 and 5 included. */
  readonly counts: ActivityCounts;
  readonly firstActivity?: number;
  readonly lastActivity?: number;
}

export type LineageNote =
  | { readonly kind: 'inferred'; readonly nodes: readonly ProcessKey[] }
  /** Recorded processes whose parent GUID is known, but only from the child's own fields: no event 1 and no activity. */
  | { readonly kind: 'orphan_roots'; readonly nodes: readonly ProcessKey[] }
  /** The parent link was left out here, since following it would never end. */
  | { readonly kind: 'loop'; readonly nodes: readonly ProcessKey[] }
  | { readonly kind: 'self_parent'; readonly nodes: readonly ProcessKey[] }
  | { readonly kind: 'no_parent_guid'; readonly nodes: readonly ProcessKey[] }
  /** One PID, several processes on this host: PIDs never join anything. */
  | { readonly kind: 'pid_reused'; readonly processId: string; readonly nodes: readonly ProcessKey[] }
  | { readonly kind: 'duplicate_events'; readonly count: number }
  | { readonly kind: 'clock_differs'; readonly max_ms: number }
  | { readonly kind: 'ancestors_outside_range'; readonly nodes: readonly ProcessKey[] }
  | { readonly kind: 'truncated'; readonly shown: number; readonly total: number; readonly after: string };

interface LineageBase {
  readonly host: string;
  readonly range: TimeRange & {
    readonly chosen: 'asked' | 'life_of_process';
    readonly cut_to_hours?: number;
  };
  /** Parents before children, siblings by start. */
  readonly nodes: readonly LineageNode[];
  readonly roots: readonly ProcessKey[];
  /** Events of the host that have no acting process by nature (4, 6, 16, 19-21, 255), per id. */
  readonly hostEvents: ActivityCounts;
  /** Events that should name a process but carry no or the zero GUID, per id. */
  readonly noProcess: ActivityCounts;
  /** Events of processes of this host and range outside the shown tree. Zero in a complete forest. */
  readonly otherProcesses: number;
  /** All Sysmon events of host and range: the sum of all node counts, hostEvents, noProcess and otherProcesses. */
  readonly total: number;
  readonly notes: readonly LineageNote[];
  readonly remarks: readonly Remark[];
}

export type LineageAnswer =
  | (LineageBase & {
      readonly kind: 'found';
      readonly origin: ProcessKey;
      /** The event asked for, when asked by document. */ readonly event?: SysmonEvent;
    })
  /** One GUID on several hosts: the caller chooses. */
  | {
      readonly kind: 'ambiguous';
      readonly hosts: readonly { readonly host: string; readonly events: number }[];
    }
  /** The document is a Sysmon event without a process: show the host around that time instead. */
  | { readonly kind: 'no_process'; readonly event: SysmonEvent }
  | { readonly kind: 'not_sysmon'; readonly reason: string }
  | {
      readonly kind: 'not_found';
      readonly what: 'document' | 'process' | 'host';
      readonly looked_in: readonly string[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

export type ForestAnswer =
  | (LineageBase & { readonly kind: 'found' })
  | { readonly kind: 'not_found'; readonly what: 'host'; readonly looked_in: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };
