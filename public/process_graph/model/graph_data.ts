import type { FileHop } from '../../../common/api/file_hops';
import type { ForestAnswer, LineageAnswer } from '../../../common/api/lineage';
import { joinHops, keptWith, type FoundHops } from './join_hops';
import { buildProcessTree, sumOf, type ProcessTree } from './process_tree';

/** A lineage or a forest that was found. */
export type GraphAnswer = Extract<LineageAnswer | ForestAnswer, { kind: 'found' }>;

export interface GraphData {
  /** With the processes that file hops brought. */
  readonly answer: GraphAnswer;
  /** The answer as it came: as long as it is the same, it is the same picture with more or less in it. */
  readonly subject: GraphAnswer;
  readonly tree: ProcessTree;
  readonly hops: readonly FileHop[];
}

export const originOf = (answer: GraphAnswer): string | undefined =>
  'origin' in answer ? answer.origin : undefined;

/** @param found file hops, which come later than the tree */
export function graphData(subject: GraphAnswer, found?: FoundHops): GraphData {
  const answer = found ? { ...subject, ...joinHops(subject, found.nodes) } : subject;
  const tree = buildProcessTree(answer.nodes, originOf(answer));
  const hops = found?.hops ?? [];
  return { answer, subject, hops, tree: found ? { ...tree, kept: keptWith(tree, found) } : tree };
}

export interface Conservation {
  readonly shown: number;
  readonly host: number;
  readonly none: number;
  readonly other: number;
  readonly total: number;
  /** Total minus the sum of the parts: 0 unless something is wrong, and then it must be said. */
  readonly difference: number;
}

/** Every event of host and range is in exactly one of these. */
export function conservation(answer: GraphAnswer): Conservation {
  const shown = answer.nodes.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  const host = sumOf(answer.hostEvents);
  const none = sumOf(answer.noProcess);
  const other = answer.otherProcesses;
  return {
    shown,
    host,
    none,
    other,
    total: answer.total,
    difference: answer.total - shown - host - none - other,
  };
}
