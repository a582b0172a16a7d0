import { viewOf, type Camera, type Size } from '../camera/camera';
import { familiesInView, nodesInView } from '../layout/in_view';
import type { Layout, Placed } from '../layout/layout_tree';
import { shownChildren } from '../model/opened';
import type { VisibleNode } from '../model/visible_tree';
import { drawCard } from './draw_card';
import { drawCompact } from './draw_compact';
import { drawDot } from './draw_dot';
import { drawFamily } from './draw_edges';
import { drawCardFrame } from './draw_frame';
import { drawHopLabel, drawHopLine } from './draw_hops';
import { isHopInView, type PlacedHop } from './hop_route';
import { drawText, isDimmed, roundRect, type Pen } from './pen';

export interface Picture {
  readonly layout: Layout<VisibleNode>;
  readonly hops: readonly PlacedHop[];
  readonly camera: Camera;
  readonly screen: Size;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Room of the expander beside a card with closed children. */
export const EXPANDER = { gap: 6, width: 44, height: 20 } as const;
/** Names beside dots and lines above trees stand outside of their boxes. */
const OVERHANG = 40;

/** One picture: only what is in view. Edges first, cards over them. */
export function drawGraph(pen: Pen, { layout, hops, camera, screen, ratio }: Picture): void {
  const { context, colors } = pen;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colors.background;
  context.fillRect(0, 0, screen.width, screen.height);
  context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * camera.x, ratio * camera.y);
  const view = viewOf(camera, screen);
  const wide = {
    x: view.x - OVERHANG,
    y: view.y - OVERHANG,
    width: view.width + 2 * OVERHANG,
    height: view.height + 2 * OVERHANG,
  };
  for (const family of familiesInView(layout, wide))
    drawFamily(pen, family, { top: view.y, bottom: view.y + view.height });
  const seen = hops.filter((hop) => isHopInView(hop, wide));
  for (const hop of seen) drawHopLine(pen, hop);
  for (const placed of nodesInView(layout, wide)) drawNode(pen, placed);
  for (const hop of seen) drawHopLabel(pen, hop);
}

function drawNode(pen: Pen, placed: Placed<VisibleNode>): void {
  const { context, marks } = pen;
  const { node } = placed;
  context.globalAlpha = isDimmed(pen, node.id) ? 0.6 : 1;
  if (node.kind === 'more') drawMore(pen, { placed, text: marks.moreText(node.hidden) });
  else {
    const card = marks.cardOf(node.node);
    if (pen.level === 'dot') drawDot(pen, { placed, card, id: node.id });
    else {
      drawMatch(pen, placed);
      drawCardFrame(pen, { box: placed, card, id: node.id });
      if (pen.level === 'full') drawCard(pen, { placed, card });
      else drawCompact(pen, { placed, card });
    }
    drawExpander(pen, { placed, node });
    drawRootLine(pen, { placed, node });
  }
  context.globalAlpha = 1;
}

/** A match is marked by a broad frame under its card, beside its number in the find field. */
function drawMatch(
  { context, colors, marks }: Pen,
  { node, x, y, width, height }: Placed<VisibleNode>,
): void {
  if (!marks.matches?.has(node.id)) return;
  context.fillStyle = colors.match;
  context.fillRect(x - 6, y - 6, width + 12, height + 12);
  context.strokeStyle = colors.text;
  context.lineWidth = 1;
  context.strokeRect(x - 6, y - 6, width + 12, height + 12);
}

function drawMore(
  pen: Pen,
  { placed, text }: { readonly placed: Placed<VisibleNode>; readonly text: string },
): void {
  const { context, colors, scale } = pen;
  const { x, y, width, height } = placed;
  roundRect(context, { x, y, width, height, radius: height / 2 });
  context.fillStyle = colors.card;
  context.fill();
  context.lineWidth = 1 / Math.min(1, scale);
  context.strokeStyle = colors.path;
  context.stroke();
  if (pen.level === 'dot') return;
  const size = Math.min(14, 11 / Math.min(1, scale));
  drawText(pen, `+ ${text}`, {
    x: x + 10,
    y: y + height / 2 + size * 0.36,
    width: width - 16,
    font: `${size}px ${colors.font}`,
    color: colors.path,
  });
}

type ProcessNode = Extract<VisibleNode, { kind: 'process' }>;
interface NodeAt {
  readonly placed: Placed<VisibleNode>;
  readonly node: ProcessNode;
}

/** `+14` beside a card whose children are closed: all descendants that it hides. */
/** Width of a digit to its font size, of the broadest fonts: a number is made smaller, never cut. */
const DIGIT_WIDTH = 0.66;

function drawExpander(pen: Pen, { placed, node }: NodeAt): void {
  if (node.node.children.length === 0 || shownChildren(node) > 0 || pen.level === 'dot') return;
  const { context, colors, scale } = pen;
  const x = placed.x + placed.width + EXPANDER.gap;
  const y = placed.y + placed.height / 2 - EXPANDER.height / 2;
  roundRect(context, { x, y, width: EXPANDER.width, height: EXPANDER.height, radius: EXPANDER.height / 2 });
  context.fillStyle = colors.card;
  context.fill();
  context.lineWidth = 1 / Math.min(1, scale);
  context.strokeStyle = colors.path;
  context.stroke();
  const text = `+${node.node.descendants}`;
  const room = EXPANDER.width - 8;
  const size = Math.min(14, 11 / Math.min(1, scale), room / (text.length * DIGIT_WIDTH));
  drawText(pen, text, {
    x: x + 5,
    y: y + EXPANDER.height / 2 + size * 0.36,
    width: EXPANDER.width,
    font: `${size}px ${colors.font}`,
    color: colors.path,
  });
}

/** A forest has no fake root: each tree stands under a line with its first time. */
function drawRootLine(pen: Pen, { placed, node }: NodeAt): void {
  const { marks, colors, scale } = pen;
  if (!marks.rootText || placed.parent || pen.level === 'dot') return;
  const size = Math.min(16, 10 / Math.min(1, scale));
  drawText(pen, marks.rootText(node.node), {
    x: placed.x,
    y: placed.y - 8,
    width: placed.width,
    font: `${size}px ${colors.font}`,
    color: colors.quiet,
  });
}
