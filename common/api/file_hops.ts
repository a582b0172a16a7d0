import { z } from 'zod';
import type { Remark, TimeRange } from '../remark';
import type { ProcessKey } from '../sysmon/process_guid';
import type { DocumentRef, EventTime } from '../sysmon/sysmon_event';
import type { LineageNode } from './lineage';
import { timeText } from './time_text';

export const FILE_HOPS_PATH = '/api/sysmon_trail/lineage/file_hops';

/** The same process, host and range as the lineage that is shown. */
export const fileHopsRequest = z
  .object({
    guid: z.string().min(1).max(64),
    host: z.string().min(1).max(255),
    from: timeText.optional(),
    to: timeText.optional(),
  })
  .strict();

/**
 * What ties a written file to a process:
 * `hash` content of the file = the program that ran or the library that was loaded; `image_path` the process ran from that path;
 * `loaded_path` it loaded that path; `command_line` the whole path stands in its command line; `archive_folder` it wrote, into a
 * folder named after the archive, a file that ran later.
 */
export type HopEvidence = 'hash' | 'image_path' | 'loaded_path' | 'command_line' | 'archive_folder';

/** One end of a hop: the event that proves it. */
export interface HopEnd {
  readonly event: DocumentRef;
  readonly event_id: number;
  readonly time: EventTime;
  /** As the event writes it; for a command line the part of it that is the path. */
  readonly path: string;
}

export interface OtherWriter {
  readonly process: ProcessKey;
  readonly by: HopEvidence;
  readonly written: HopEnd;
}

/** Where a file came from, out of its Zone.Identifier stream (event 15). */
export interface Download {
  readonly event: DocumentRef;
  readonly time: EventTime;
  /** Hostile text, as recorded. */
  readonly url?: string;
  readonly referrer?: string;
  /** 3 = internet, 4 = restricted. */
  readonly zone?: string;
}

/** Process `from` wrote a file, process `to` used it later. */
export interface FileHop {
  readonly id: string;
  readonly from: ProcessKey;
  readonly to: ProcessKey;
  readonly by: HopEvidence;
  readonly written: HopEnd;
  readonly used: HopEnd;
  /** `same`: both ends carry one hash. `differs`: the path is the same, the content is not. `unknown`: an end has no hash. */
  readonly content: 'same' | 'differs' | 'unknown';
  /** The hash that is the same at both ends, such as `SHA256=...`. */
  readonly hash?: string;
  /** The deletion (23, 26) that tells the hash of what was written; absent = the writing event tells it. */
  readonly hash_from?: DocumentRef;
  /** `back`: into the tree; `within`: both ends are in it; `forward`: out of it. */
  readonly direction: 'back' | 'within' | 'forward';
  /** How many hops away from the tree. */
  readonly step: number;
  readonly download?: Download;
  /** Other processes that wrote it before it was used, the last first; `from` was chosen as the last of the strongest evidence. */
  readonly also_written_by: readonly OtherWriter[];
  readonly also_written_by_total: number;
}

export type FileHopsNote =
  | { readonly kind: 'truncated'; readonly shown: number; readonly total: number }
  /** Hops further back than the most that is followed. */
  | { readonly kind: 'more_hops_back'; readonly steps: number; readonly hops: number }
  /** Files of hops whose writer carries no GUID: no process can be shown for them. */
  | { readonly kind: 'writer_unknown'; readonly files: number }
  /** These have ancestors that were not looked up. */
  | { readonly kind: 'ancestors_not_followed'; readonly nodes: readonly ProcessKey[] }
  /** Paths that nobody wrote in the range, and that were not looked for before it. */
  | { readonly kind: 'not_looked_before'; readonly paths: number };

export type FileHopsAnswer =
  | {
      readonly kind: 'found';
      readonly host: string;
      readonly range: TimeRange;
      readonly origin: ProcessKey;
      /** Writes of the files of the origin and its ancestors are looked for from here on, all others within the range. */
      readonly looked_back_to: number;
      /** By step, then by time of use. */
      readonly hops: readonly FileHop[];
      /** Processes of hops that are not in the origin's tree, with their ancestors. Parents before children. */
      readonly nodes: readonly LineageNode[];
      readonly notes: readonly FileHopsNote[];
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'not_found'; readonly what: 'process'; readonly looked_in: readonly string[] }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };
