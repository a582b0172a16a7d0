import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { ProcessTree, TreeNode } from './process_tree';
import { OPEN_STEP, ROOTS, type Opened, type VisibleNode } from './visible_tree';

type Owner = ProcessKey | typeof ROOTS;

/** What the URL says about opened and closed processes, and back. */
export const readOpened = (entries: readonly string[] = []): Opened =>
  new Map(
    entries.map((entry) => {
      const dot = entry.lastIndexOf('.');
      return [entry.slice(0, dot), Number(entry.slice(dot + 1))];
    }),
  );

/** At most 50 entries stand in a link; the latest count. */
export const writeOpened = (opened: Opened): readonly string[] =>
  [...opened].slice(-50).map(([owner, shown]) => `${owner}.${shown}`);

const withEntry = (opened: Opened, [owner, shown]: readonly [Owner, number]): Opened => {
  const next = new Map(opened);
  next.delete(owner);
  return next.set(owner, shown);
};

/** Opens a closed process (50 children at a time), closes an open one. `shown`: children drawn now. */
export function toggle(
  opened: Opened,
  { node, shown }: { readonly node: TreeNode; readonly shown: number },
): Opened {
  return withEntry(opened, [node.id, shown > 0 ? 0 : Math.min(node.children.length, OPEN_STEP)]);
}

/** Draws 50 more of a list. */
export const showMore = (
  opened: Opened,
  { owner, shown }: { readonly owner: Owner; readonly shown: number },
): Opened => withEntry(opened, [owner, shown + OPEN_STEP]);

/** Opens a process and everything below it. */
export function openAll(opened: Opened, node: TreeNode): Opened {
  const next = new Map(opened);
  const waiting = [node];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.children.length > 0) next.set(one.id, one.children.length);
    for (const child of one.children) waiting.push(child);
  }
  return next;
}

/** Opens as much as is needed to draw a process that is not drawn. */
export function openPathTo(
  opened: Opened,
  {
    tree,
    node,
    visible,
  }: { readonly tree: ProcessTree; readonly node: TreeNode; readonly visible: ReadonlySet<string> },
): Opened {
  let next = opened;
  for (let child = node; !visible.has(child.id);) {
    const siblings = child.parent ? child.parent.children : tree.roots;
    const needed = Math.ceil((siblings.indexOf(child) + 1) / OPEN_STEP) * OPEN_STEP;
    const owner = child.parent?.id ?? ROOTS;
    next = withEntry(next, [owner, Math.max(next.get(owner) ?? 0, needed)]);
    if (!child.parent) break;
    child = child.parent;
  }
  return next;
}

/** Children of a process that are drawn. */
export const shownChildren = (node: VisibleNode): number =>
  node.children.filter(({ kind }) => kind === 'process').length;
