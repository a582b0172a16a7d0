import { z } from 'zod';
import type { Remark, TimeRange } from '../remark';
import type { ProcessKey } from '../sysmon/process_guid';
import { timeText } from './time_text';

export const PROCESS_LINKS_PATH = '/api/sysmon_trail/lineage/links';

/** With `guid` the links of its tree; without it, then with `from` and `to`, those of all processes of the host. */
export const processLinksRequest = z
  .object({
    guid: z.string().min(1).max(64).optional(),
    host: z.string().min(1).max(255),
    from: timeText.optional(),
    to: timeText.optional(),
  })
  .strict();

/** Why a process access is worth a look: its target is lsass.exe, or the rights let the source change the target. */
export type AccessFlag = 'lsass' | 'write' | 'thread' | 'duplicate';

interface LinkBase {
  readonly source: ProcessKey;
  readonly target: ProcessKey;
  /** Documents, exact. */
  readonly count: number;
  /** Event time of the first and last one, ms; absent where the store cannot tell. */
  readonly first?: number;
  readonly last?: number;
}

/** What one process did to another, grouped; never of a process to itself. */
export type ProcessLink =
  | (LinkBase & {
      readonly kind: 'remote_thread';
      /** Where the threads began, most frequent first. */
      readonly starts: readonly {
        readonly module?: string;
        readonly function?: string;
        readonly count: number;
      }[];
    })
  | (LinkBase & {
      readonly kind: 'process_access';
      /** GrantedAccess as recorded, such as 0x1410. */
      readonly mask: string;
      /** Windows' names of its bits. */
      readonly rights: readonly string[];
      readonly flags: readonly AccessFlag[];
    })
  | (LinkBase & {
      readonly kind: 'pipe';
      readonly pipe: string;
      /** `source` created the pipe, `target` connected to it. Several creators: the last before the first connection. */
      readonly created: number;
      readonly also_created_by: readonly ProcessKey[];
    });

/** Event 25: the memory image of a process was changed, by whom Sysmon does not tell. */
export interface TamperingMark {
  readonly process: ProcessKey;
  readonly type?: string;
  readonly count: number;
  readonly first?: number;
  readonly last?: number;
}

export interface LinkedProcess {
  readonly id: ProcessKey;
  readonly image?: string;
}

/** Events that make no link between two processes, per reason. */
export interface UnlinkedEvents {
  /** Source or target carries no GUID. */
  readonly no_process: number;
  /** A process that did it to itself, or connected to its own pipe. */
  readonly self: number;
  /** Connections to pipes without a name: one name, many pipes. */
  readonly anonymous_pipe: number;
  /** Connections to pipes whose creation is not recorded. */
  readonly no_creator: number;
}

export type ProcessLinksAnswer =
  | {
      readonly kind: 'found';
      readonly host: string;
      readonly range: TimeRange;
      /** By kind, then busiest first. */
      readonly links: readonly ProcessLink[];
      readonly tampered: readonly TamperingMark[];
      /** Every process of links and marks with its image: not all of them need be in the tree that is shown. */
      readonly processes: readonly LinkedProcess[];
      /** Of the whole host and range, whatever tree is asked for. */
      readonly unlinked: UnlinkedEvents;
      /** Events 8, 10, 18 and 25 of host and range: the counts of all links, marks and unlinked events of the host. */
      readonly total: number;
      /** Present when there were more groups than are counted. */
      readonly truncated?: { readonly groups: number; readonly more: true };
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'not_found'; readonly what: 'process'; readonly looked_in: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };
