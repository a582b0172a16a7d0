import type { HopEvidence } from '../api/file_hops';
import type { ProcessKey } from '../sysmon/process_guid';
import { compareEvents } from '../sysmon/sysmon_event';
import { CLOCK_TOLERANCE_MS } from '../lineage/clock_tolerance';
import { compareContent, type Content } from './content_hash';
import type { FileUse } from './file_uses';
import type { FileWrite, WrittenFiles } from './written_files';

/** A writing that may be the one whose result was used. */
export interface Candidate {
  readonly write: FileWrite;
  readonly by: HopEvidence;
  readonly content: Content;
  readonly hash?: string;
  /** Strength of the evidence, 0 is the strongest. */
  readonly rank: number;
}

export interface ChosenWriter {
  readonly chosen: Candidate;
  /** Of each other process the strongest candidate, the last written first. */
  readonly others: readonly Candidate[];
}

/** Who wrote what was used: by content first, by path second; of equal evidence the last before the use. */
export function chooseWriter(use: FileUse, written: WrittenFiles): ChosenWriter | undefined {
  const by_content = use.hashes.flatMap((hash) => written.by_hash.get(hash) ?? []);
  const by_path = written.by_path.get(use.folded) ?? [];
  const candidates = [...new Set([...by_path, ...by_content])]
    .filter((write) => write.process !== use.process && isBefore(write, use.event.time.ms))
    .map((write) => candidateOf(write, use))
    .filter(({ write, content }) => content === 'same' || isThere(write, use.event.time.ms));
  return pick(candidates);
}

/** Who wrote an archive, for a file that was unpacked from it at `ms`. */
export function chooseArchiveWriter(
  archives: readonly FileWrite[],
  { by, ms }: { by: ProcessKey; ms: number },
): ChosenWriter | undefined {
  const candidates = archives
    .filter((write) => write.process !== by && isBefore(write, ms) && isThere(write, ms))
    .map((write): Candidate => ({ write, by: 'archive_folder', content: 'unknown', rank: RANK.path }));
  return pick(candidates);
}

const isBefore = ({ event }: FileWrite, ms: number): boolean => event.time.ms <= ms + CLOCK_TOLERANCE_MS;
const isThere = ({ gone_at }: FileWrite, ms: number): boolean =>
  gone_at === undefined || gone_at >= ms - CLOCK_TOLERANCE_MS;

const RANK = { same_file: 0, same_content: 1, path: 2, mark_only: 3, other_content: 4 } as const;

function candidateOf(write: FileWrite, use: FileUse): Candidate {
  const compared = compareContent(write.hashes, use.hashes);
  const same_path = write.folded === use.folded;
  if (compared.content === 'same') {
    return { write, ...compared, by: 'hash', rank: same_path ? RANK.same_file : RANK.same_content };
  }
  const rank = compared.content === 'differs' ? RANK.other_content : write.whole ? RANK.path : RANK.mark_only;
  return { write, ...compared, by: use.by, rank };
}

function pick(candidates: readonly Candidate[]): ChosenWriter | undefined {
  const ordered = [...candidates].sort(byStrength);
  const [chosen] = ordered;
  if (!chosen) return undefined;
  const others = new Map<ProcessKey, Candidate>();
  for (const candidate of ordered) {
    const { process } = candidate.write;
    if (process !== chosen.write.process && !others.has(process)) others.set(process, candidate);
  }
  return { chosen, others: [...others.values()].sort((a, b) => compareEvents(b.write.event, a.write.event)) };
}

const byStrength = (a: Candidate, b: Candidate): number =>
  a.rank - b.rank || compareEvents(b.write.event, a.write.event);
