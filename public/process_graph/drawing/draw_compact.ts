import { compactCount } from '../../text/format_number';
import type { Placed } from '../layout/layout_tree';
import type { Card } from '../model/card';
import { drawText, type Pen } from './pen';

/** Text of a size that stays readable on the screen: name, and total of events where a second line has room. */
const SCREEN_FONT = 11;
const SMALL_SCREEN_FONT = 9.5;
const SMALL_BELOW = 0.45;

export function drawCompact(
  pen: Pen,
  { placed, card }: { readonly placed: Placed<unknown>; readonly card: Card },
): void {
  const { colors, scale } = pen;
  const size = (scale < SMALL_BELOW ? SMALL_SCREEN_FONT : SCREEN_FONT) / scale;
  const { x, y, width, height } = placed;
  const pad = 2.5 / scale;
  const room = width - 2 * pad;
  const twoLines = height >= 2.2 * size;
  const style = card.inferred || card.unknown ? 'italic ' : '';
  const marks = [card.elevation, card.tags.length > 0 ? card.tags.join(' ') : ''].filter(Boolean).join(' ');
  const middle = y + height / 2 + size * 0.36;
  const top = twoLines ? middle - size * 0.55 : middle;
  drawText(pen, card.name, {
    x: x + pad,
    y: top,
    width: room,
    font: `${style}${scale < SMALL_BELOW ? 500 : 600} ${size}px ${colors.font}`,
    color: colors.text,
  });
  if (!twoLines) return;
  const second = [`${compactCount(card.events)}`, marks].filter(Boolean).join('  ');
  drawText(pen, second, {
    x: x + pad,
    y: middle + size * 0.55,
    width: room,
    font: `${size * 0.9}px ${colors.font}`,
    color: colors.quiet,
  });
}
