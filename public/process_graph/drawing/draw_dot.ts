import type { Placed } from '../layout/layout_tree';
import type { Card } from '../model/card';
import { isDimmed, type Pen } from './pen';

const SMALLEST = 4;
const LARGEST = 12;

/** Screen pixels by the logarithm of the events. */
export const dotSize = (events: number): number => Math.min(LARGEST, SMALLEST + 2 * Math.log10(1 + events));

interface DotAt {
  readonly placed: Placed<unknown>;
  readonly card: Card;
  readonly id: string;
}

/** A square at the left middle of the place of the card: filled when recorded, hollow when inferred. Origin, selection and matches keep their names. */
export function drawDot(pen: Pen, { placed, card, id }: DotAt): void {
  const { context, colors, scale, marks } = pen;
  const size = dotSize(card.events) / scale;
  const x = placed.x;
  const y = placed.y + placed.height / 2 - size / 2;
  const strong = marks.originId === id || marks.selectedId === id || marks.matches?.has(id) === true;
  const color = strong || marks.path.has(id) ? colors.path : colors.border;
  context.lineWidth = 1.5 / scale;
  context.strokeStyle = color;
  context.fillStyle = card.inferred ? colors.card : color;
  context.fillRect(x, y, size, size);
  context.strokeRect(x, y, size, size);
  if (!strong || isDimmed(pen, id)) return;
  const font = 11 / scale;
  context.font = `600 ${font}px ${colors.font}`;
  context.fillStyle = colors.text;
  context.fillText(card.name, x, y - font * 0.4);
}
