import type { Family, Placed } from '../layout/layout_tree';
import { COLUMN_GAP } from '../layout/sizes';
import type { VisibleNode } from '../model/visible_tree';
import { edgeStyle } from './edge_table';
import type { Pen } from './pen';

/** Solid elbows from a parent to its children; only the part that can be seen is worth drawing, so one spine serves all children. */
export function drawFamily(
  pen: Pen,
  { parent, children }: Family<VisibleNode>,
  view: { readonly top: number; readonly bottom: number },
): void {
  const spine = parent.x + parent.width + COLUMN_GAP / 2;
  const start = middleOf(parent);
  const seen = children.filter((child) => isSeen(child, { start, ...view }));
  // The path is drawn last, over its neighbours.
  for (const onPath of [false, true]) {
    for (const child of seen)
      if (isOnPath(pen, parent, child) === onPath) drawEdge(pen, { parent, child, spine, start });
  }
}

interface Edge {
  readonly parent: Placed<VisibleNode>;
  readonly child: Placed<VisibleNode>;
  readonly spine: number;
  readonly start: number;
}

function drawEdge(pen: Pen, { parent, child, spine, start }: Edge): void {
  const { context, colors, scale } = pen;
  const style = edgeStyle({ kind: 'lineage', parent: parent.node, onPath: isOnPath(pen, parent, child) });
  context.strokeStyle = colors[style.color];
  context.lineWidth = style.width / Math.min(1, Math.max(scale, 0.25));
  context.setLineDash([...style.dash]);
  const end = middleOf(child);
  context.beginPath();
  context.moveTo(pen.level === 'dot' ? parent.x : parent.x + parent.width, start);
  context.lineTo(spine, start);
  context.lineTo(spine, end);
  context.lineTo(child.x, end);
  context.stroke();
  context.setLineDash([]);
}

const middleOf = ({ y, height }: Placed<unknown>): number => y + height / 2;

const isOnPath = ({ marks }: Pen, parent: Placed<VisibleNode>, child: Placed<VisibleNode>): boolean =>
  marks.path.has(parent.node.id) && marks.path.has(child.node.id);

/** An edge is seen when the way from its start to its end touches the view. */
function isSeen(
  child: Placed<unknown>,
  { start, top, bottom }: { readonly start: number; readonly top: number; readonly bottom: number },
): boolean {
  const end = middleOf(child);
  return Math.min(start, end) <= bottom && Math.max(start, end) >= top;
}
