import type { LineageNode } from '../../../common/api/lineage';
import type { ProcessKey } from '../../../common/sysmon/process_guid';

/** One process in its place. Children are in the order of the answer (by start). */
export interface TreeNode {
  readonly process: LineageNode;
  readonly id: ProcessKey;
  readonly parent?: TreeNode;
  readonly children: readonly TreeNode[];
  /** 0 for a root. */
  readonly depth: number;
  readonly descendants: number;
  /** Events of the process itself, and with those of all its descendants. */
  readonly events: number;
  readonly eventsWithDescendants: number;
}

export interface ProcessTree {
  readonly roots: readonly TreeNode[];
  readonly byId: ReadonlyMap<ProcessKey, TreeNode>;
  /** Every node, parents before children, children in order: the order of the tree twin. */
  readonly rows: readonly TreeNode[];
  /** The origin and all its ancestors; empty for a forest. */
  readonly path: ReadonlySet<ProcessKey>;
  readonly origin?: TreeNode;
  /** Drawn from the start: the path, and what belongs to its story from beside it. */
  readonly kept: ReadonlySet<ProcessKey>;
}

interface Growing extends TreeNode {
  parent?: Growing;
  children: Growing[];
  depth: number;
  descendants: number;
  eventsWithDescendants: number;
}

/**
 * Joins the nodes of an answer by parentId. No recursion, since depth comes from outside; a parent link that would close a loop is
 * left out (the server has already said so in its notes, this only makes a hang impossible).
 */
export function buildProcessTree(nodes: readonly LineageNode[], originId?: ProcessKey): ProcessTree {
  const byId = new Map<ProcessKey, Growing>();
  for (const process of nodes) {
    if (byId.has(process.id)) continue;
    const events = sumOf(process.counts);
    byId.set(process.id, {
      process,
      id: process.id,
      children: [],
      depth: 0,
      descendants: 0,
      events,
      eventsWithDescendants: events,
    });
  }
  const roots = linkToParents(byId);
  const rows = inTreeOrder(roots);
  for (const node of byId.values()) if (!rows.seen.has(node)) breakLoop(node, { rows, roots });
  addUp(rows.order);
  const origin = originId === undefined ? undefined : byId.get(originId);
  const path = pathOf(origin);
  return { roots, byId, rows: rows.order, path, kept: path, ...(origin && { origin }) };
}

export const sumOf = (counts: Readonly<Record<number, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function linkToParents(byId: ReadonlyMap<ProcessKey, Growing>): Growing[] {
  const roots: Growing[] = [];
  for (const node of byId.values()) {
    const parent = node.process.parentId === undefined ? undefined : byId.get(node.process.parentId);
    if (!parent || parent === node) roots.push(node);
    else {
      node.parent = parent;
      parent.children.push(node);
    }
  }
  return roots;
}

interface Rows {
  readonly order: Growing[];
  readonly seen: Set<Growing>;
}

function inTreeOrder(roots: readonly Growing[], rows: Rows = { order: [], seen: new Set() }): Rows {
  const waiting = [...roots].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (rows.seen.has(node)) continue;
    rows.seen.add(node);
    rows.order.push(node);
    node.depth = node.parent ? node.parent.depth + 1 : 0;
    for (let i = node.children.length - 1; i >= 0; i -= 1) waiting.push(...node.children.slice(i, i + 1));
  }
  return rows;
}

/** A node that no root leads to lies on a loop or below one: its own parent link is cut. */
function breakLoop(node: Growing, { rows, roots }: { readonly rows: Rows; readonly roots: Growing[] }): void {
  if (node.parent) node.parent.children = node.parent.children.filter((child) => child !== node);
  delete node.parent;
  roots.push(node);
  inTreeOrder([node], rows);
}

function addUp(order: readonly Growing[]): void {
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const node = order[i];
    if (!node?.parent) continue;
    node.parent.descendants += node.descendants + 1;
    node.parent.eventsWithDescendants += node.eventsWithDescendants;
  }
}

/** A node and all its ancestors. */
export function pathOf(origin: TreeNode | undefined): Set<ProcessKey> {
  const path = new Set<ProcessKey>();
  for (let node = origin; node; node = node.parent) path.add(node.id);
  return path;
}
