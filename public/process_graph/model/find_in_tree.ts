import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { ProcessTree, TreeNode } from './process_tree';

const TEXTS = (node: TreeNode): readonly (string | undefined)[] => {
  const { image, commandLine, user, hashes, processId, originalFileName, id } = node.process;
  return [image, commandLine, user, hashes, processId, originalFileName, id];
};

/** Processes of which a text contains `wanted`, in the order of the tree; case and width do not matter. */
export function findInTree(tree: ProcessTree, wanted: string): readonly TreeNode[] {
  const needle = fold(wanted.trim());
  if (needle === '') return [];
  return tree.rows.filter((node) =>
    TEXTS(node).some((text) => text !== undefined && fold(text).includes(needle)),
  );
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The match after (or before) the one at `from`, round and round. */
export function stepMatch(
  matches: readonly TreeNode[],
  { from, by }: { readonly from: ProcessKey | undefined; readonly by: 1 | -1 },
): TreeNode | undefined {
  const at = matches.findIndex(({ id }) => id === from);
  const start = at < 0 ? (by === 1 ? -1 : 0) : at;
  return matches[(start + by + matches.length) % Math.max(1, matches.length)];
}
