import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { ProcessTree, TreeNode } from '../model/process_tree';

/** The rows that are not below a closed one. Everything is open at the start: the tree is complete. */
export function treeRows({ rows }: ProcessTree, closed: ReadonlySet<ProcessKey>): readonly TreeNode[] {
  const shown: TreeNode[] = [];
  let hiddenBelow = Infinity;
  for (const node of rows) {
    if (node.depth > hiddenBelow) continue;
    hiddenBelow = closed.has(node.id) ? node.depth : Infinity;
    shown.push(node);
  }
  return shown;
}

/** Rows in view, with some around them. */
export function rowWindow({
  scrollTop,
  height,
  rowHeight,
  count,
}: {
  readonly scrollTop: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly count: number;
}): {
  readonly start: number;
  readonly end: number;
} {
  const AROUND = 10;
  const start = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - AROUND);
  return { start, end: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + AROUND) };
}
