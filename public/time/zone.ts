/** The zone in which times are shown: "UTC" or an IANA name. */
export type Zone = string;

export const UTC: Zone = 'UTC';

/** Kibana's setting "Browser" stands for the zone of the browser; anything unknown falls back to it. */
export function localZone(dateFormatTz: string): Zone {
  const browser = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return dateFormatTz !== 'Browser' && isZone(dateFormatTz) ? dateFormatTz : browser;
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<Zone, Intl.DateTimeFormat>();

/** Constructing a formatter costs about 1,000 times as much as using it. */
function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/**
 * What a wall clock of the zone shows at `ms`, as if that clock stood in UTC (so that UTC functions can read it).
 * Whole seconds go through the formatter, since offsets are whole seconds.
 */
export function toWallClock(ms: number, zone: Zone): number {
  if (zone === UTC) return ms;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const rest = ((ms % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + rest;
}

/** The inverse: the moment at which a wall clock of the zone shows `wall`. In the hour that a clock skips, the moment after the skip. */
export function fromWallClock(wall: number, zone: Zone): number {
  if (zone === UTC) return wall;
  const first = wall - (toWallClock(wall, zone) - wall);
  return wall - (toWallClock(first, zone) - first);
}
