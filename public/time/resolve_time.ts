import { fromWallClock, toWallClock, UTC, type Zone } from './zone';

export interface TimeContext {
  /** UTC milliseconds. */
  readonly now: number;
  readonly zone: Zone;
  /** The end of a range rounds up: `now/d` is then the end of today. */
  readonly roundUp?: boolean;
}

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y';
const FIXED: Partial<Record<Unit, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
const MATH = /^now((?:[+-]\d{1,6}[smhdwMy])*)(?:\/([smhdwMy]))?$/;
const STEP = /([+-]\d+)([smhdwMy])/g;

/** ISO text (without a zone: of the shown zone) or date math as Kibana writes it -> UTC ms; undefined when it is neither. */
export function resolveTime(text: string, context: TimeContext): number | undefined {
  const math = MATH.exec(text);
  if (!math) return parseIso(text, context.zone);
  let wall = toWallClock(context.now, context.zone);
  for (const [, count, unit] of (math[1] ?? '').matchAll(STEP)) wall = add(wall, Number(count), unit as Unit);
  if (math[2]) wall = round(wall, math[2] as Unit, context.roundUp ?? false);
  const ms = fromWallClock(wall, context.zone);
  return Number.isFinite(ms) ? ms : undefined;
}

export const isTimeText = (text: string): boolean => resolveTime(text, { now: 0, zone: UTC }) !== undefined;

function parseIso(text: string, zone: Zone): number | undefined {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10));
  const ms = Date.parse(
    zoned ? text : `${text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T')}Z`,
  );
  if (!Number.isFinite(ms)) return undefined;
  return zoned ? ms : fromWallClock(ms, zone);
}

function add(wall: number, count: number, unit: Unit): number {
  const fixed = FIXED[unit];
  if (fixed) return wall + count * fixed;
  const date = new Date(wall);
  if (unit === 'd' || unit === 'w') date.setUTCDate(date.getUTCDate() + count * (unit === 'w' ? 7 : 1));
  else date.setUTCMonth(date.getUTCMonth() + count * (unit === 'y' ? 12 : 1));
  return date.getTime();
}

function round(wall: number, unit: Unit, up: boolean): number {
  const date = new Date(wall);
  const fixed = FIXED[unit];
  if (fixed) date.setTime(Math.floor(wall / fixed) * fixed);
  else {
    date.setUTCHours(0, 0, 0, 0);
    if (unit === 'w') date.setUTCDate(date.getUTCDate() - date.getUTCDay());
    if (unit === 'M' || unit === 'y') date.setUTCDate(1);
    if (unit === 'y') date.setUTCMonth(0);
  }
  return up ? add(date.getTime(), 1, unit) : date.getTime();
}
