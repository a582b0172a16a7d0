import { HOP_LANE } from '../layout/sizes';
import { edgeStyle } from './edge_table';
import type { PlacedHop } from './hop_route';
import type { Pen } from './pen';

const CORNER = 6;
const ARROW = 6;

/** The line of a file hop with its arrow; cards are drawn over it. */
export function drawHopLine(pen: Pen, hop: PlacedHop): void {
  const { context, colors, scale } = pen;
  const style = styleOf(pen, hop);
  const [start, turn, last, end] = hop.line;
  if (!start || !turn || !last || !end) return;
  context.strokeStyle = colors[style.color];
  context.fillStyle = colors[style.color];
  context.lineWidth = style.width / Math.min(1, Math.max(scale, 0.25));
  context.setLineDash([...style.dash]);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.arcTo(turn.x, turn.y, last.x, last.y, CORNER);
  context.arcTo(last.x, last.y, end.x, end.y, CORNER);
  context.lineTo(end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  drawArrow(pen, { x: end.x, tip: end.y, back: Math.sign(last.y - end.y) });
}

function drawArrow(
  { context, scale }: Pen,
  { x, tip, back }: { readonly x: number; readonly tip: number; readonly back: number },
): void {
  const size = ARROW / Math.min(1, Math.max(scale, 0.4));
  context.beginPath();
  context.moveTo(x, tip);
  context.lineTo(x - size * 0.6, tip + back * size);
  context.lineTo(x + size * 0.6, tip + back * size);
  context.closePath();
  context.fill();
}

/** Screen px. */
const TEXT = 9.5;

/** A document and the name of the file on the middle of the line, over everything; dots have no room for it. */
export function drawHopLabel(pen: Pen, hop: PlacedHop): void {
  if (pen.level === 'dot') return;
  const { context, colors, fitter, scale, marks } = pen;
  const size = Math.min(TEXT / Math.min(1, scale), HOP_LANE * 0.72);
  const style = styleOf(pen, hop);
  context.font = `${size}px ${colors.font}`;
  const glyph = style.glyph ? size : 0;
  const text = fitter.fit(marks.hopText(hop.edge), hop.room - glyph - size);
  const width = context.measureText(text).width + glyph + size;
  const left = hop.label.x - width / 2;
  const middle = hop.label.y - size * 0.75;
  context.fillStyle = colors.background;
  context.fillRect(left, middle - size * 0.6, width, size * 1.15);
  if (style.glyph) drawDocument(pen, { x: left + size * 0.35, y: middle - size * 0.45, size: size * 0.9 });
  context.fillStyle = colors.text;
  context.fillText(text, left + glyph + size * 0.5, middle + size * 0.35);
}

/** A sheet with a folded corner. */
function drawDocument(
  { context, colors, scale }: Pen,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const [width, fold] = [size * 0.75, size * 0.3];
  context.strokeStyle = colors.hop;
  context.lineWidth = 1 / Math.min(1, scale);
  context.beginPath();
  context.moveTo(x + width - fold, y);
  context.lineTo(x, y);
  context.lineTo(x, y + size);
  context.lineTo(x + width, y + size);
  context.lineTo(x + width, y + fold);
  context.lineTo(x + width - fold, y);
  context.lineTo(x + width - fold, y + fold);
  context.lineTo(x + width, y + fold);
  context.stroke();
}

const styleOf = ({ marks }: Pen, { edge }: PlacedHop): ReturnType<typeof edgeStyle> =>
  edgeStyle({
    kind: 'file_hop',
    selected: edge.from === marks.selectedId || edge.to === marks.selectedId,
  });
