import type { FileHop } from '../api/file_hops';
import type { ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { archivesOf } from './archive_names';
import { chooseArchiveWriter, chooseWriter } from './choose_writer';
import { usesOfLoad, usesOfStart, type FileUse } from './file_uses';
import { foldersOf } from './file_path';
import { makeHop } from './make_hop';
import type { FileWrite, WrittenFiles } from './written_files';

/** Hops are followed this many steps back from the tree. */
export const MAX_STEPS_BACK = 5;

export interface TraceParts {
  /** Event 1 by process. */
  readonly starts: ReadonlyMap<ProcessKey, SysmonEvent>;
  /** Events 7 of processes of the tree. */
  readonly loads: readonly SysmonEvent[];
  readonly written: WrittenFiles;
  /** The tree that is asked about: the origin with its ancestors and descendants. */
  readonly tree: ReadonlySet<ProcessKey>;
  /** The origin and its descendants: what they wrote is followed forward. */
  readonly own: ReadonlySet<ProcessKey>;
  readonly parents: ReadonlyMap<ProcessKey, ProcessKey>;
  /** Uses from here on are of no interest, ms. */
  readonly until: number;
}

export interface TracedHops {
  /** By step, then time of use. */
  readonly hops: readonly FileHop[];
  /** Hops that would follow the last step back. */
  readonly more_hops_back: number;
  /** Paths that the origin, its ancestors and the writers before them used and nobody is known to have written. */
  readonly unwritten: ReadonlySet<string>;
  /** Folders above such files and above written ones, that may be named after an archive which is not known. Nearest first. */
  readonly unpacked_to: ReadonlySet<string>;
  /** Used paths whose only writers carry no GUID. */
  readonly writer_unknown: ReadonlySet<string>;
}

interface Trace {
  readonly parts: TraceParts;
  readonly hops: Map<string, FileHop>;
  readonly unwritten: Set<string>;
  readonly unpacked_to: Set<string>;
  readonly writer_unknown: Set<string>;
}

/** "Wrote, then ran" between processes of one host: back from a tree, within it, and one step forward out of it. */
export function traceHops(parts: TraceParts): TracedHops {
  const trace: Trace = {
    parts,
    hops: new Map(),
    unwritten: new Set(),
    unpacked_to: new Set(),
    writer_unknown: new Set(),
  };
  const more_hops_back = traceBack(trace);
  traceForward(trace);
  const hops = [...trace.hops.values()].sort(byStepAndTime);
  const { unwritten, unpacked_to, writer_unknown } = trace;
  return { hops, more_hops_back, unwritten, unpacked_to, writer_unknown };
}

const byStepAndTime = (a: FileHop, b: FileHop): number =>
  a.step - b.step ||
  a.used.time.ms - b.used.time.ms ||
  a.written.time.ms - b.written.time.ms ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

/** Each step: who wrote what the processes of the step before used, and what they unpacked. */
function traceBack(trace: Trace): number {
  const { tree, parents } = trace.parts;
  const visited = new Set<ProcessKey>();
  let users: readonly ProcessKey[] = [...tree];
  let beyond = 0;
  for (let step = 1; users.length > 0; step += 1) {
    const found = hopsInto(trace, { users, step });
    const near = found.filter((hop) => hop.step <= MAX_STEPS_BACK);
    for (const hop of near) keep(trace, hop);
    beyond += found.length - near.length;
    if (step > MAX_STEPS_BACK) return beyond;
    for (const user of users) visited.add(user);
    const writers = new Set(found.flatMap(({ from }) => withAncestors(from, parents)));
    users = [...writers].filter((key) => !visited.has(key));
  }
  return beyond;
}

function keep({ hops }: Trace, hop: FileHop): void {
  if (!hops.has(hop.id)) hops.set(hop.id, hop);
}

function withAncestors(key: ProcessKey, parents: ReadonlyMap<ProcessKey, ProcessKey>): ProcessKey[] {
  const chain = [key];
  for (let at = parents.get(key); at !== undefined; at = parents.get(at)) chain.push(at);
  return chain;
}

function hopsInto(trace: Trace, { users, step }: { users: readonly ProcessKey[]; step: number }): FileHop[] {
  const { starts, loads, own } = trace.parts;
  const wanted = new Set(users);
  const uses = users.flatMap((key) => startUses(starts.get(key), trace.parts));
  const loaded = step === 1 ? firstLoads(loads, wanted) : [];
  return [...uses, ...loaded].flatMap((use) => {
    const is_looked_for =
      use.by !== 'loaded_path' && (step > 1 || !own.has(use.process) || isOrigin(use, trace));
    return withArchive(trace, { use, step, is_looked_for });
  });
}

/** The origin is the one of its own tree whose parent is not in it. */
const isOrigin = ({ process }: FileUse, { parts: { own, parents } }: Trace): boolean =>
  !own.has(parents.get(process) ?? '');

/** The program's own path again in its command line says nothing new. */
function startUses(event: SysmonEvent | undefined, { until }: TraceParts): FileUse[] {
  if (!event || event.time.ms >= until) return [];
  const by_path = new Map<string, FileUse>();
  for (const use of usesOfStart(event)) if (!by_path.has(use.folded)) by_path.set(use.folded, use);
  return [...by_path.values()];
}

function firstLoads(loads: readonly SysmonEvent[], wanted: ReadonlySet<ProcessKey>): FileUse[] {
  const first = new Map<string, FileUse>();
  for (const use of loads.flatMap(usesOfLoad)) {
    const id = `${use.process}>${use.folded}`;
    const known = first.get(id);
    if (wanted.has(use.process) && (!known || use.event.time.ms < known.event.time.ms)) first.set(id, use);
  }
  return [...first.values()];
}

/** The hop of a use, and the one of the archive that the file was unpacked from. */
function withArchive(
  trace: Trace,
  { use, step, is_looked_for }: { use: FileUse; step: number; is_looked_for: boolean },
): FileHop[] {
  const { written, tree } = trace.parts;
  const writer = chooseWriter(use, written);
  if (!writer) {
    noteUnwritten(trace, { use, is_looked_for });
    return [];
  }
  const { write } = writer.chosen;
  const direction = tree.has(use.process) && tree.has(write.process) ? 'within' : 'back';
  const hop = makeHop({ writer, to: use.process, use, written, direction, step });
  const archive = archiveHop(trace, { write, step: step + 1 });
  if (!archive && is_looked_for) for (const folder of foldersOf(write.folded)) trace.unpacked_to.add(folder);
  return archive ? [hop, archive] : [hop];
}

function noteUnwritten(
  { parts: { written }, unwritten, unpacked_to, writer_unknown }: Trace,
  { use, is_looked_for }: { use: FileUse; is_looked_for: boolean },
): void {
  if (written.without_writer.has(use.folded)) writer_unknown.add(use.folded);
  if (!is_looked_for || written.by_path.has(use.folded)) return;
  unwritten.add(use.path);
  for (const folder of foldersOf(use.folded)) unpacked_to.add(folder);
}

function archiveHop(trace: Trace, { write, step }: { write: FileWrite; step: number }): FileHop | undefined {
  const { written, tree } = trace.parts;
  const { paths, names } = archivesOf(write.folded);
  const archives = [
    ...paths.flatMap((path) => written.by_path.get(path) ?? []),
    ...names.flatMap((name) => written.archives_by_name.get(name) ?? []),
  ];
  const writer = chooseArchiveWriter(archives, { by: write.process, ms: write.event.time.ms });
  if (!writer) return undefined;
  const direction = tree.has(write.process) && tree.has(writer.chosen.write.process) ? 'within' : 'back';
  const use = { event: write.event, path: write.path };
  return makeHop({ writer, to: write.process, use, written, direction, step });
}

/** Processes outside the tree that ran, or were told of, what the tree had written. */
function traceForward(trace: Trace): void {
  const { starts, tree, own, written } = trace.parts;
  for (const [key, event] of starts) {
    if (tree.has(key)) continue;
    for (const use of startUses(event, trace.parts)) {
      const writer = chooseWriter(use, written);
      const writers = writer ? [writer.chosen, ...writer.others] : [];
      if (!writer || !writers.some(({ write }) => own.has(write.process))) continue;
      const hop = makeHop({ writer, to: key, use, written, direction: 'forward', step: 1 });
      keep(trace, hop);
    }
  }
}
