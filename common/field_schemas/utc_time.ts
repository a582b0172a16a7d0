const DIGITS = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Windows prints 1601 for "no time": nothing before 1970 is a time of an event. */
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Time text or epoch milliseconds -> UTC milliseconds. Takes `yyyy-MM-dd HH:mm:ss.SSS` as Sysmon writes it, ISO 8601 with T,
 * any fraction (cut to ms) and offset; without an offset it is UTC. Undefined for anything else and for dates that do not exist.
 */
export function parseUtcTime(value: unknown): number | undefined {
  if (typeof value === 'number') return inRange(Math.trunc(value));
  if (typeof value !== 'string' || value.length > 40) return undefined;
  return sysmonTime(value) ?? isoTime(value.trim());
}

const inRange = (ms: number): number | undefined => (ms > 0 && ms <= LATEST ? ms : undefined);

/** The usual case, 23 characters in fixed places, without a regular expression. */
function sysmonTime(text: string): number | undefined {
  if (text.length !== 23 && !(text.length === 24 && text.charCodeAt(23) === 0x5a)) return undefined;
  const between = text.charCodeAt(10);
  if (
    (between !== 0x20 && between !== 0x54) ||
    text.charCodeAt(4) !== 0x2d ||
    text.charCodeAt(13) !== 0x3a ||
    text.charCodeAt(19) !== 0x2e
  )
    return undefined;
  return calendarTime(
    number(text, 0, 4),
    number(text, 5, 7),
    number(text, 8, 10),
    number(text, 11, 13),
    number(text, 14, 16),
    number(text, 17, 19),
    number(text, 20, 23),
  );
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isoTime(text: string): number | undefined {
  const found = DIGITS.exec(text);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ms = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3));
  const local = calendarTime(year, month, day, hour, minute, second, ms);
  return local === undefined ? undefined : inRange(local - offsetMs(found[8]));
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function calendarTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | undefined {
  const days = DAYS[month - 1];
  if (days === undefined || !(day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59))
    return undefined;
  const time = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  // 29 February of a common year turns into 1 March.
  return day === 29 && month === 2 && new Date(time).getUTCDate() !== 29 ? undefined : inRange(time);
}

/** UTC milliseconds -> `yyyy-MM-dd HH:mm:ss.SSS`, Sysmon's own form. */
export const formatUtcTime = (ms: number): string =>
  new Date(ms).toISOString().replace('T', ' ').slice(0, 23);
