import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { ProcessTree, TreeNode } from './process_tree';

/** Children shown per process, where it differs from the start; 0 = closed. The key `roots` stands for the top of a forest. */
export type Opened = ReadonlyMap<ProcessKey | typeof ROOTS, number>;
export const ROOTS = 'roots';

/** Something on the canvas: a process, or the rest of a list of children that is not shown yet. */
export type VisibleNode =
  | {
      readonly kind: 'process';
      readonly id: ProcessKey;
      readonly node: TreeNode;
      readonly children: readonly VisibleNode[];
    }
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly owner: ProcessKey | typeof ROOTS;
      readonly hidden: number;
      readonly hiddenDescendants: number;
      readonly shown: number;
      readonly children: readonly VisibleNode[];
    };

export const START_CARDS = 60;
const START_LEVELS = 2;
export const OPEN_STEP = 50;

/**
 * What is drawn: all ancestors and the origin, two levels below it (in a forest level by level from the roots), at most 60 cards at the start; whatever is not
 * drawn stands behind a `+n` node. `opened` says what the person has opened or closed since.
 */
export function visibleTree(tree: ProcessTree, opened: Opened): readonly VisibleNode[] {
  const shown = shownChildren(tree, opened);
  return assemble({ owner: ROOTS, children: tree.roots }, shown);
}

type Shown = ReadonlyMap<ProcessKey | typeof ROOTS, readonly TreeNode[]>;
interface Family {
  readonly owner: ProcessKey | typeof ROOTS;
  readonly children: readonly TreeNode[];
}

/** Level by level, so that near processes get cards before far ones. */
function shownChildren(tree: ProcessTree, opened: Opened): Shown {
  const shown = new Map<ProcessKey | typeof ROOTS, readonly TreeNode[]>();
  let budget = START_CARDS - tree.kept.size;
  let level: Family[] = [{ owner: ROOTS, children: tree.roots }];
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: Family[] = [];
    for (const family of level) {
      const picked = pick(family, { tree, opened, budget, startDepth: startDepth(tree, family, depth) });
      budget -= picked.filter((child) => !tree.kept.has(child.id)).length;
      shown.set(family.owner, picked);
      for (const child of picked)
        if (child.children.length > 0) next.push({ owner: child.id, children: child.children });
    }
    level = next;
  }
  return shown;
}

/** Levels below the origin (0 = its children), or -1 where nothing opens by itself. In a forest counted from the top. */
function startDepth(tree: ProcessTree, family: Family, depth: number): number {
  if (!tree.origin) return depth;
  if (family.owner === ROOTS) return 0;
  const owner = tree.byId.get(family.owner);
  let node = owner;
  for (let level = 0; node && level < START_LEVELS; level += 1, node = node.parent)
    if (node === tree.origin) return level;
  return -1;
}

interface PickContext {
  readonly tree: ProcessTree;
  readonly opened: Opened;
  readonly budget: number;
  readonly startDepth: number;
}

function pick(
  { owner, children }: Family,
  { tree, opened, budget, startDepth: depth }: PickContext,
): readonly TreeNode[] {
  const room = Math.max(0, budget);
  const inForest = !tree.origin && owner !== ROOTS;
  // Below the roots of a forest only whole families open: half of one says little, and its `+n` says how many wait.
  const atStart = inForest
    ? children.length <= room
      ? room
      : 0
    : depth >= 0 && depth < START_LEVELS
      ? room
      : 0;
  const limit = opened.get(owner) ?? atStart;
  if (limit >= children.length) return children;
  // What a person closed keeps only the way to the origin.
  const kept = opened.has(owner) ? tree.path : tree.kept;
  return children.filter((child, i) => i < limit || kept.has(child.id));
}

/** Bottom up without recursion: families are assembled in reverse of the order in which they were found. */
function assemble(top: Family, shown: Shown): readonly VisibleNode[] {
  const built = new Map<ProcessKey | typeof ROOTS, readonly VisibleNode[]>();
  for (const [owner, picked] of [...shown].reverse()) {
    const nodes: VisibleNode[] = picked.map((node) => ({
      kind: 'process',
      id: node.id,
      node,
      children: built.get(node.id) ?? [],
    }));
    const all = owner === ROOTS ? top.children : (picked[0]?.parent?.children ?? []);
    built.set(owner, [...nodes, ...rest(owner, { all, picked })]);
  }
  return built.get(ROOTS) ?? [];
}

function rest(
  owner: ProcessKey | typeof ROOTS,
  { all, picked }: { readonly all: readonly TreeNode[]; readonly picked: readonly TreeNode[] },
): VisibleNode[] {
  const hidden = all.length - picked.length;
  if (hidden <= 0) return [];
  const chosen = new Set(picked);
  const hiddenDescendants = all.reduce(
    (sum, node) => (chosen.has(node) ? sum : sum + 1 + node.descendants),
    0,
  );
  return [
    {
      kind: 'more',
      id: `more:${owner}`,
      owner,
      hidden,
      hiddenDescendants,
      shown: picked.length,
      children: [],
    },
  ];
}
