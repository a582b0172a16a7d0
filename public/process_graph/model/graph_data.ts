import type { ForestAnswer, LineageAnswer } from '../../../common/api/lineage';
import { buildProcessTree, sumOf, type ProcessTree } from './process_tree';

/** A lineage or a forest that was found. */
export type GraphAnswer = Extract<LineageAnswer | ForestAnswer, { kind: 'found' }>;

export interface GraphData {
  readonly answer: GraphAnswer;
  readonly tree: ProcessTree;
}

export const originOf = (answer: GraphAnswer): string | undefined =>
  'origin' in answer ? answer.origin : undefined;

export const graphData = (answer: GraphAnswer): GraphData => ({
  answer,
  tree: buildProcessTree(answer.nodes, originOf(answer)),
});

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
