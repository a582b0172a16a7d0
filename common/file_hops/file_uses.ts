import type { HopEvidence } from '../api/file_hops';
import { actorOf } from '../lineage/named_processes';
import type { ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { contentHashes, type ContentHashes } from './content_hash';
import { foldPath } from './file_path';
import { pathsInText } from './paths_in_text';

/** A process ran from a file, loaded it, or has it in its command line. */
export interface FileUse {
  readonly process: ProcessKey;
  readonly event: SysmonEvent;
  /** The evidence, when the content does not decide. */
  readonly by: Exclude<HopEvidence, 'hash'>;
  readonly path: string;
  readonly folded: string;
  /** What the event says of the file's content; nothing for command lines. */
  readonly hashes: ContentHashes;
}

/** Event 1: the program, then every path that may stand in its command line. */
export function usesOfStart(event: SysmonEvent): FileUse[] {
  const process = actorOf(event);
  const { Image, CommandLine, Hashes } = event.fields;
  if (process === undefined) return [];
  const image = Image ? [{ by: 'image_path' as const, path: Image, hashes: contentHashes(Hashes) }] : [];
  const named = pathsInText(CommandLine ?? '').map((path) => ({
    by: 'command_line' as const,
    path,
    hashes: [],
  }));
  return [...image, ...named].map((use) => ({ ...use, process, event, folded: foldPath(use.path) }));
}

/** Event 7. */
export function usesOfLoad(event: SysmonEvent): FileUse[] {
  const process = actorOf(event);
  const { ImageLoaded: path, Hashes } = event.fields;
  if (process === undefined || !path) return [];
  const hashes = contentHashes(Hashes);
  return [{ by: 'loaded_path', process, event, path, folded: foldPath(path), hashes }];
}
