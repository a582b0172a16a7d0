import type { FileHop, HopEnd, OtherWriter } from '../api/file_hops';
import type { ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import type { Candidate, ChosenWriter } from './choose_writer';
import { downloadOf } from './download_mark';
import type { WrittenFiles } from './written_files';
import { foldPath, withoutStream } from './file_path';

/** More other writers of one file are counted, not listed. */
const MAX_OTHERS = 20;

export interface HopParts {
  readonly writer: ChosenWriter;
  readonly to: ProcessKey;
  /** The event that shows the use, and the path in it. */
  readonly use: { readonly event: SysmonEvent; readonly path: string };
  readonly written: WrittenFiles;
  readonly direction: FileHop['direction'];
  readonly step: number;
}

export function makeHop({ writer, to, use, written, direction, step }: HopParts): FileHop {
  const { chosen, others } = writer;
  const { write, by, content, hash } = chosen;
  const used = endOf(use.event, use.path);
  const marks = marksOf(written, [write.folded, foldPath(use.path)]);
  const download = downloadOf(marks, used.time.ms);
  return {
    id: [write.process, to, foldPath(use.path), by].join('>'),
    from: write.process,
    to,
    by,
    written: endOf(write.event, write.path),
    used,
    content,
    ...(hash !== undefined && { hash }),
    ...(hash !== undefined && write.hash_from && { hash_from: write.hash_from.ref }),
    direction,
    step,
    ...(download && { download }),
    also_written_by: others.slice(0, MAX_OTHERS).map(otherWriter),
    also_written_by_total: others.length,
  };
}

const otherWriter = ({ write, by }: Candidate): OtherWriter => ({
  process: write.process,
  by,
  written: endOf(write.event, write.path),
});

const endOf = ({ ref, eventId, time }: SysmonEvent, path: string): HopEnd => ({
  event: ref,
  event_id: eventId,
  time,
  path,
});

/** The mark stands beside the file under its last name, which need not be the one it was written under. */
function marksOf({ marks }: WrittenFiles, folded: readonly string[]): readonly SysmonEvent[] {
  const paths = new Set(folded.flatMap((path) => [path, withoutStream(path)]));
  return [...paths].flatMap((path) => marks.get(path) ?? []).sort((a, b) => a.time.ms - b.time.ms);
}
