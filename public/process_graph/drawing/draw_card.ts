import { compactCount } from '../../text/format_number';
import type { Badge } from '../model/badge_table';
import type { Card } from '../model/card';
import type { Placed } from '../layout/layout_tree';
import { drawText, roundRect, type Pen } from './pen';

const PAD = 8;
const LINE = 14.5;
const FIRST = 15;

/** All four lines of a card: name and PID with tags, command line, user and times, badges. */
export function drawCard(
  pen: Pen,
  { placed, card }: { readonly placed: Placed<unknown>; readonly card: Card },
): void {
  const { x, y, width } = placed;
  const left = x + PAD;
  const room = width - 2 * PAD - 4;
  const line = (index: number): number => y + FIRST + index * LINE;
  drawHead(pen, { card, left, top: line(0), room });
  const { colors } = pen;
  drawText(pen, card.commandLine ?? '—', {
    x: left,
    y: line(1),
    width: room,
    font: `10.5px ${colors.mono}`,
    color: colors.text,
  });
  const times = [card.when, card.lifetime].filter(Boolean).join('  ');
  pen.context.font = `10.5px ${colors.font}`;
  const timesWidth = pen.context.measureText(times).width;
  drawText(pen, card.user ?? '', {
    x: left,
    y: line(2),
    width: room - timesWidth - 6,
    font: `10.5px ${colors.font}`,
    color: colors.quiet,
  });
  drawText(pen, times, {
    x: left + room - timesWidth,
    y: line(2),
    width: timesWidth + 1,
    font: `10.5px ${colors.font}`,
    color: colors.quiet,
  });
  drawBadges(pen, { badges: card.badges, x: left, y: line(3) - 9.5, room });
}

interface HeadAt {
  readonly card: Card;
  readonly left: number;
  readonly top: number;
  readonly room: number;
}

function drawHead(pen: Pen, { card, left, top, room }: HeadAt): void {
  const { colors } = pen;
  const tagsWidth = drawTags(pen, {
    tags: [...card.tags, ...(card.elevation ? [card.elevation] : [])],
    right: left + room,
    y: top,
  });
  const pid = card.pid === undefined ? '' : ` · ${card.pid}`;
  const style = card.inferred || card.unknown ? 'italic 600' : '600';
  const font = `${style} 12.5px ${colors.font}`;
  pen.context.font = font;
  const pidWidth = pen.context.measureText(pid).width;
  const nameWidth = drawText(pen, card.name, {
    x: left,
    y: top,
    width: room - tagsWidth - pidWidth - 4,
    font,
    color: colors.text,
  });
  drawText(pen, pid, {
    x: left + nameWidth,
    y: top,
    width: pidWidth + 1,
    font: `12.5px ${colors.font}`,
    color: colors.text,
  });
}

/** From the right; returns the width that they take. */
function drawTags(
  pen: Pen,
  { tags, right, y }: { readonly tags: readonly string[]; readonly right: number; readonly y: number },
): number {
  const { context, colors } = pen;
  let end = right;
  for (const tag of [...tags].reverse()) {
    context.font = `9px ${colors.font}`;
    const width = context.measureText(tag).width + 6;
    roundRect(context, { x: end - width, y: y - 9, width, height: 12, radius: 2 });
    context.lineWidth = 0.75;
    context.strokeStyle = colors.border;
    context.stroke();
    context.fillStyle = colors.text;
    context.fillText(tag, end - width + 3, y);
    end -= width + 3;
  }
  return right - end;
}

const MOST_BADGES = 6;

interface BadgesAt {
  readonly badges: readonly Badge[];
  readonly x: number;
  readonly y: number;
  readonly room: number;
}

/** As many as have room, at most six; what is left is counted in `+n`. */
function drawBadges(pen: Pen, { badges, x, y, room }: BadgesAt): void {
  const { context, colors } = pen;
  context.font = `9px ${colors.font}`;
  const texts = badges.map(({ code, count }) => `${code} ${compactCount(count)}`);
  const widths = texts.map((text) => context.measureText(text).width + 8);
  const shown = howManyFit(widths, room);
  let left = x;
  for (let i = 0; i < shown; i += 1) {
    const width = widths[i] ?? 0;
    roundRect(context, { x: left, y: y - 1, width, height: 13, radius: 3 });
    context.lineWidth = 0.75;
    context.strokeStyle = colors.border;
    context.stroke();
    context.fillStyle = colors.text;
    context.fillText(texts[i] ?? '', left + 4, y + 9);
    left += width + 3;
  }
  if (shown < badges.length) context.fillText(`+${badges.length - shown}`, left + 1, y + 9);
}

const REST_WIDTH = 18;

export function howManyFit(widths: readonly number[], room: number): number {
  let used = 0;
  for (const [i, width] of widths.entries()) {
    used += width + 3;
    const restLeft = i < widths.length - 1;
    if (i >= MOST_BADGES || used + (restLeft ? REST_WIDTH : 0) > room) return i;
  }
  return widths.length;
}
