import { originOf, graphData, type GraphAnswer } from '../process_graph/model/graph_data';
import type { TreeNode } from '../process_graph/model/process_tree';

export const MAX_ANCESTORS = 8;
export const MAX_CHILDREN = 5;

/** As much of a lineage as fits into a narrow panel. What is left out is counted. */
export interface ShortLineage {
  /** The nearest ones, the farthest of them first. */
  readonly ancestors: readonly TreeNode[];
  readonly moreAncestors: number;
  readonly origin: TreeNode;
  readonly children: readonly TreeNode[];
  readonly moreChildren: number;
}

export function shortLineage(answer: GraphAnswer): ShortLineage | undefined {
  const origin = graphData(answer).tree.byId.get(originOf(answer) ?? '');
  if (!origin) return undefined;
  const above: TreeNode[] = [];
  for (let node = origin.parent; node; node = node.parent) above.unshift(node);
  return {
    ancestors: above.slice(-MAX_ANCESTORS),
    moreAncestors: Math.max(0, above.length - MAX_ANCESTORS),
    origin,
    children: origin.children.slice(0, MAX_CHILDREN),
    moreChildren: Math.max(0, origin.children.length - MAX_CHILDREN),
  };
}
