import { clearance, joinContours, leafContour, pushLevel, type Contour } from './contour';
import { CARD, COLUMN, MORE, FARTHEST_FROM_FIRST, ROOT_GAP, SIBLING_GAP, SUBTREE_GAP } from './sizes';

/** What the layout needs to know of a node: its kind (for its size), whether it lies on the straight row, its children. */
export interface LayoutInput {
  readonly kind: 'process' | 'more';
  readonly id: string;
  readonly children: readonly LayoutInput[];
}

export interface Placed<N> {
  readonly node: N;
  readonly parent?: Placed<N>;
  readonly column: number;
  /** Top left corner and size, world px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A parent with its children, for the edges: they leave at the parent's right edge and end at the left edges of the children. */
export interface Family<N> {
  readonly parent: Placed<N>;
  readonly children: readonly Placed<N>[];
}

export interface Layout<N> {
  readonly byId: ReadonlyMap<string, Placed<N>>;
  /** Per column top to bottom: what is in view is found by halving. */
  readonly columns: readonly (readonly Placed<N>[])[];
  /** Per column of the parent. */
  readonly families: readonly (readonly Family<N>[])[];
  readonly roots: readonly Placed<N>[];
  readonly bounds: Box;
}

export interface LayoutOptions {
  /** Nodes that lie on one straight row (origin and ancestors). */
  readonly straight: ReadonlySet<string>;
  /** Free world px that a node wants above itself. */
  readonly above?: ReadonlyMap<string, number>;
}

interface Work<N> {
  readonly node: N;
  readonly parent?: Work<N>;
  readonly children: Work<N>[];
  readonly column: number;
  /** Middle, relative to the parent's middle; then absolute. */
  middle: number;
  contour: Contour | undefined;
}

/** Places a forest left to right: depth = x, children top to bottom in their order, no overlap. No recursion: depth comes from outside. */
export function layoutTree<N extends LayoutInput>(roots: readonly N[], options: LayoutOptions): Layout<N> {
  const order = preorder(roots);
  for (let i = order.length - 1; i >= 0; i -= 1) {
    const work = order[i];
    if (work) arrange(work, options);
  }
  stackRoots(order.filter((work) => !work.parent));
  for (const work of order) work.middle += work.parent?.middle ?? 0;
  return collect(order);
}

function preorder<N extends LayoutInput>(roots: readonly N[]): Work<N>[] {
  const order: Work<N>[] = [];
  const waiting = roots.map((node): { node: N; parent?: Work<N> } => ({ node })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    const work: Work<N> = {
      node,
      ...(parent && { parent }),
      children: [],
      column: parent ? parent.column + 1 : 0,
      middle: 0,
      contour: undefined,
    };
    parent?.children.push(work);
    order.push(work);
    // The children of an N are Ns: the tree is of one kind throughout.
    for (let i = node.children.length - 1; i >= 0; i -= 1)
      waiting.push({ node: node.children[i] as N, parent: work });
  }
  return order;
}

/** Places the children of one node among themselves and the node beside them. */
function arrange<N extends LayoutInput>(work: Work<N>, { straight, above }: LayoutOptions): void {
  const outline = { height: sizeOf(work.node).height, above: above?.get(work.node.id) ?? 0 };
  const contour = stack(work.children, siblingGap);
  if (!contour) {
    work.contour = leafContour(outline);
    return;
  }
  const anchor = anchorOf(work.children, straight);
  for (const child of work.children) child.middle -= anchor;
  contour.shift -= anchor;
  work.contour = pushLevel(contour, outline);
}

type Gap = <N extends LayoutInput>(upper: Work<N>, lower: Work<N>) => number;

const siblingGap: Gap = (upper, lower) =>
  upper.children.length + lower.children.length > 0 ? SUBTREE_GAP : SIBLING_GAP;

/** Puts each subtree below the ones before it; returns the outline of all. */
function stack<N extends LayoutInput>(siblings: readonly Work<N>[], gap: Gap): Contour | undefined {
  let joined: Contour | undefined;
  let before: Work<N> | undefined;
  for (const work of siblings) {
    const { contour } = work;
    if (!contour) continue;
    if (joined && before) {
      work.middle = clearance(joined, { lower: contour, gap: gap(before, work) });
      contour.shift += work.middle;
    }
    joined = joined ? joinContours(joined, contour) : contour;
    work.contour = undefined;
    before = work;
  }
  return joined;
}

/** A parent stands in the middle of its children, but near the first of very many: else one screen would show only the one or the others. */
function anchorOf<N extends LayoutInput>(
  children: readonly Work<N>[],
  straight: ReadonlySet<string>,
): number {
  const onRow = children.find((child) => straight.has(child.node.id));
  if (onRow) return onRow.middle;
  const first = children[0]?.middle ?? 0;
  return Math.min((first + (children.at(-1)?.middle ?? 0)) / 2, first + FARTHEST_FROM_FIRST);
}

/** Trees of a forest never share rows, whatever their depth: each has its own line above it. */
function stackRoots<N extends LayoutInput>(roots: readonly Work<N>[]): void {
  let end = 0;
  for (const root of roots) {
    const { top = [], bottom = [], shift = 0 } = root.contour ?? {};
    root.middle = end + (end > 0 ? ROOT_GAP : 0) - (minOf(top) + shift);
    end = root.middle + maxOf(bottom) + shift;
  }
}

const minOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Infinity);
const maxOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);
const sizeOf = (node: LayoutInput): { width: number; height: number } => (node.kind === 'more' ? MORE : CARD);

function collect<N extends LayoutInput>(order: readonly Work<N>[]): Layout<N> {
  const placed = new Map<Work<N>, Placed<N>>();
  const columns: Placed<N>[][] = [];
  for (const work of order) {
    const { width, height } = sizeOf(work.node);
    const parent = work.parent && placed.get(work.parent);
    const { node, column } = work;
    const one: Placed<N> = {
      node,
      column,
      ...(parent && { parent }),
      x: column * COLUMN,
      y: work.middle - height / 2,
      width,
      height,
    };
    placed.set(work, one);
    (columns[column] ??= []).push(one);
  }
  const all = [...placed.values()];
  return {
    byId: new Map(all.map((one) => [one.node.id, one])),
    columns,
    families: familiesOf(all),
    roots: columns[0] ?? [],
    bounds: boundsOf(all),
  };
}

function familiesOf<N>(all: readonly Placed<N>[]): Family<N>[][] {
  const children = new Map<Placed<N>, Placed<N>[]>();
  for (const one of all) {
    if (!one.parent) continue;
    const own = children.get(one.parent);
    if (own) own.push(one);
    else children.set(one.parent, [one]);
  }
  const families: Family<N>[][] = [];
  for (const [parent, own] of children) (families[parent.column] ??= []).push({ parent, children: own });
  return families;
}

export function boundsOf(boxes: readonly Box[]): Box {
  const x = minOf(boxes.map((box) => box.x));
  const y = minOf(boxes.map((box) => box.y));
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  return {
    x,
    y,
    width: maxOf(boxes.map((box) => box.x + box.width)) - x,
    height: maxOf(boxes.map((box) => box.y + box.height)) - y,
  };
}
