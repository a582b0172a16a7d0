import type { Box, Family, Layout, Placed } from './layout_tree';

/** The nodes that touch `view`. Cost: columns in view, and a halving search in each. */
export function nodesInView<N>({ columns }: Layout<N>, view: Box): readonly Placed<N>[] {
  return columns.flatMap((column) => {
    const first = column[0];
    if (!first || first.x > view.x + view.width || first.x + first.width < view.x) return [];
    const start = firstEndingAfter(column, view.y);
    const end = firstStartingAfter(column, view.y + view.height);
    return column.slice(start, end);
  });
}

/** Families of which an edge can touch `view`: also where parent and children lie outside of it. */
export const familiesInView = <N>({ families }: Layout<N>, view: Box): readonly Family<N>[] =>
  families.flatMap((column) => column.filter((family) => touches(family, view)));

function touches<N>({ parent, children }: Family<N>, view: Box): boolean {
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return false;
  const top = Math.min(parent.y, first.y);
  const bottom = Math.max(parent.y + parent.height, last.y + last.height);
  const inColumn = parent.x + parent.width <= view.x + view.width && first.x >= view.x;
  return inColumn && top <= view.y + view.height && bottom >= view.y;
}

/** The node at a point of the world, if any. */
export function nodeAt<N>(
  layout: Layout<N>,
  point: { readonly x: number; readonly y: number },
): Placed<N> | undefined {
  return nodesInView(layout, { ...point, width: 0, height: 0 })[0];
}

const firstEndingAfter = <N>(column: readonly Placed<N>[], y: number): number =>
  halve(column, (one) => one.y + one.height >= y);
const firstStartingAfter = <N>(column: readonly Placed<N>[], y: number): number =>
  halve(column, (one) => one.y > y);

/** Index of the first node for which `holds`; it must hold for all after it. */
function halve<N>(column: readonly Placed<N>[], holds: (one: Placed<N>) => boolean): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = column[middle];
    if (one && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
