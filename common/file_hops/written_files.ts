import { actorOf } from '../lineage/named_processes';
import type { ProcessKey } from '../sysmon/process_guid';
import { compareEvents, type SysmonEvent } from '../sysmon/sysmon_event';
import { isArchive } from './archive_names';
import { contentHashes, type ContentHashes } from './content_hash';
import { foldPath, nameOf, streamOf, withoutStream } from './file_path';

/** Files written (11, 29), streams written (15), files deleted with the hash of what they held (23, 26). */
export const FILE_EVENT_IDS = [11, 15, 23, 26, 29] as const;
export const FILE_EVENT_FIELDS = [
  'ProcessGuid',
  'ProcessId',
  'Image',
  'User',
  'TargetFilename',
  'Hashes',
  'Hash',
  'Contents',
] as const;

const STREAM = 15;
const DELETED: ReadonlySet<number> = new Set([23, 26]);
const ZONE_STREAM = 'zone.identifier';

export interface FileWrite {
  readonly process: ProcessKey;
  readonly event: SysmonEvent;
  /** As written, without a stream that only marks the file. */
  readonly path: string;
  readonly folded: string;
  /** False: only a stream was written beside the content, such as the mark of the web. */
  readonly whole: boolean;
  hashes: ContentHashes;
  /** The deletion that told the hashes. */
  hash_from?: SysmonEvent;
  /** When the file was deleted after this and before the next writing, ms. */
  gone_at?: number;
}

export interface WrittenFiles {
  readonly by_path: ReadonlyMap<string, readonly FileWrite[]>;
  readonly by_hash: ReadonlyMap<string, readonly FileWrite[]>;
  /** Archives only. */
  readonly archives_by_name: ReadonlyMap<string, readonly FileWrite[]>;
  readonly by_process: ReadonlyMap<ProcessKey, readonly FileWrite[]>;
  /** Zone.Identifier streams by the folded path of their file, in order of time. */
  readonly marks: ReadonlyMap<string, readonly SysmonEvent[]>;
  /** Written paths (folded) whose writer carries no GUID. */
  readonly without_writer: ReadonlySet<string>;
}

interface Index {
  readonly by_path: Map<string, FileWrite[]>;
  readonly marks: Map<string, SysmonEvent[]>;
  readonly without_writer: Set<string>;
}

/** File events of one host, in any order -> what was written, by path, content and writer. */
export function indexWrites(events: readonly SysmonEvent[]): WrittenFiles {
  const index: Index = { by_path: new Map(), marks: new Map(), without_writer: new Set() };
  for (const event of [...events].sort(compareEvents)) {
    if (DELETED.has(event.eventId)) noteDeletion(index, event);
    else noteWriting(index, event);
  }
  const writes = [...index.by_path.values()].flat();
  return {
    ...index,
    by_hash: groupBy(writes, ({ hashes }) => hashes),
    by_process: groupBy(writes, ({ process }) => [process]),
    archives_by_name: groupBy(writes, ({ folded }) => (isArchive(folded) ? [nameOf(folded)] : [])),
  };
}

function noteWriting({ by_path, marks, without_writer }: Index, event: SysmonEvent): void {
  const written = event.fields.TargetFilename;
  if (!written) return;
  const stream = event.eventId === STREAM ? streamOf(written) : undefined;
  const path = stream === undefined ? written : withoutStream(written);
  if (stream?.toLowerCase() === ZONE_STREAM) addTo(marks, foldPath(path), event);
  const process = actorOf(event);
  if (process === undefined) {
    without_writer.add(foldPath(path));
    return;
  }
  const hashes = contentHashes(event.fields.Hashes ?? event.fields.Hash);
  const add = (at: string, whole: boolean) => {
    const folded = foldPath(at);
    addTo(by_path, folded, { process, event, path: at, folded, whole, hashes: whole ? hashes : [] });
  };
  add(path, stream === undefined);
  // A stream can be run or read as a file of its own: wscript C:\notes.txt:hidden.js
  if (stream !== undefined) add(written, true);
}

/** Tells what was last written there, and that it is gone. */
function noteDeletion({ by_path }: Index, event: SysmonEvent): void {
  const deleted = event.fields.TargetFilename;
  const last = deleted
    ? by_path
        .get(foldPath(deleted))
        ?.filter(({ whole }) => whole)
        .at(-1)
    : undefined;
  if (!last || last.gone_at !== undefined) return;
  last.gone_at = event.time.ms;
  const hashes = contentHashes(event.fields.Hashes ?? event.fields.Hash);
  if (last.hashes.length > 0 || hashes.length === 0) return;
  last.hashes = hashes;
  last.hash_from = event;
}

function groupBy(
  writes: readonly FileWrite[],
  keysOf: (write: FileWrite) => readonly string[],
): Map<string, FileWrite[]> {
  const groups = new Map<string, FileWrite[]>();
  for (const write of writes) for (const key of keysOf(write)) addTo(groups, key, write);
  return groups;
}

function addTo<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
