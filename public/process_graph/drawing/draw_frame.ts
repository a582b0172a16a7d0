import type { Card } from '../model/card';
import type { Box } from '../layout/layout_tree';
import { roundRect, type Pen } from './pen';

const RADIUS = 4;

/** Border and background of a card. Never by colour alone: origin thick, inferred dashed, ended closed by a bar, selected ringed. */
export function drawCardFrame(
  pen: Pen,
  { box, card, id }: { readonly box: Box; readonly card: Card; readonly id: string },
): void {
  const { context, colors, marks } = pen;
  roundRect(context, { ...box, radius: RADIUS });
  context.fillStyle = colors.card;
  context.fill();
  drawBorder(pen, { box, card, id });
  if (card.ended) {
    context.fillStyle = colors.border;
    context.fillRect(box.x + box.width - 4, box.y, 4, box.height);
  }
  if (marks.selectedId !== id) return;
  context.strokeStyle = colors.path;
  context.lineWidth = 2 / pen.scale;
  const away = 4 / pen.scale;
  roundRect(context, {
    x: box.x - away,
    y: box.y - away,
    width: box.width + 2 * away,
    height: box.height + 2 * away,
    radius: RADIUS + away,
  });
  context.stroke();
}

function drawBorder(
  { context, colors, marks, scale }: Pen,
  { box, card, id }: { readonly box: Box; readonly card: Card; readonly id: string },
): void {
  const isOrigin = marks.originId === id;
  context.strokeStyle = isOrigin ? colors.path : colors.border;
  context.lineWidth = (isOrigin ? 3 : 1) / Math.min(1, scale);
  context.setLineDash(card.inferred ? [5, 3] : []);
  const { x, y, width, height } = box;
  if (card.ended) roundRect(context, { ...box, radius: RADIUS });
  else {
    // Open at the right: its end was not recorded.
    context.beginPath();
    context.moveTo(x + width, y);
    context.lineTo(x, y);
    context.lineTo(x, y + height);
    context.lineTo(x + width, y + height);
  }
  context.stroke();
  context.setLineDash([]);
}
