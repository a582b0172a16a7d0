import type { FileHop, FileHopsAnswer } from '../../../common/api/file_hops';
import type { LineageNode } from '../../../common/api/lineage';
import type { ProcessKey } from '../../../common/sysmon/process_guid';
import { pathOf, sumOf, type ProcessTree } from './process_tree';

export type FoundHops = Extract<FileHopsAnswer, { kind: 'found' }>;

/** So many hops are drawn at once; of more, those into the ancestry and those of the selected process. */
export const DRAWN_HOPS = 30;
/** Processes beside the tree that are drawn from the start; the others wait behind a `+n`. */
const MOST_KEPT = 40;

/** The part of an answer that hops change. */
interface Joined {
  readonly nodes: readonly LineageNode[];
  readonly otherProcesses: number;
}

/** The processes of hops join the tree. Their events were counted as those of other processes. */
export function joinHops({ nodes, otherProcesses }: Joined, beside: readonly LineageNode[]): Joined {
  const known = new Set(nodes.map(({ id }) => id));
  const added = beside.filter(({ id }) => !known.has(id));
  if (added.length === 0) return { nodes, otherProcesses };
  const events = added.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  return {
    nodes: [...nodes, ...added].sort((a, b) => firstTime(a) - firstTime(b)),
    otherProcesses: otherProcesses - events,
  };
}

/** An inferred process stands before its recorded siblings. */
const firstTime = ({ start, firstActivity }: LineageNode): number =>
  start?.ms ?? firstActivity ?? Number.MIN_SAFE_INTEGER;

export const drawnAtStart = (hops: readonly FileHop[]): readonly FileHop[] =>
  hops.length <= DRAWN_HOPS ? hops : hops.filter(({ direction }) => direction === 'back');

/** The path, and what hops brought from beside the tree, nearest steps first. */
export function keptWith(tree: ProcessTree, { hops, nodes }: FoundHops): ReadonlySet<ProcessKey> {
  const beside = new Set(nodes.map(({ id }) => id));
  const kept = new Set(tree.path);
  const most = kept.size + MOST_KEPT;
  for (const id of drawnAtStart(hops).flatMap(({ from, to }) => [from, to])) {
    const way = beside.has(id) ? [...pathOf(tree.byId.get(id))].filter((one) => !kept.has(one)) : [];
    if (kept.size + way.length > most) continue;
    for (const one of way) kept.add(one);
  }
  return kept;
}
