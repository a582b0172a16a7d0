import { toWallClock, type Zone } from './zone';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST = 8_640_000_000_000_000 - DAY;

/** `2019-01-08 02:21:52.282` in the zone. UTC milliseconds in. */
export const formatTime = (ms: number, zone: Zone): string =>
  Math.abs(ms) > LONGEST
    ? '—'
    : new Date(toWallClock(ms, zone)).toISOString().replace('T', ' ').replace('Z', '');

/** `18 ms`, `2.4 s`, `3 min 4 s`, `2 h 49 min`, `3 d 2 h`. */
export function formatDuration(ms: number): string {
  if (ms < SECOND) return `${ms} ms`;
  if (ms < MINUTE) return `${Math.floor(ms / 100) / 10} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
}

/** Distance to the origin: `+00:04.113`, from one hour on `-1:02:04.113`, from one day on `+3 d 02:04:11`. */
export function formatOffset(ms: number): string {
  const sign = ms < 0 ? '-' : '+';
  const away = Math.abs(ms);
  const clock = new Date(away % DAY).toISOString();
  if (away >= DAY) return `${sign}${Math.floor(away / DAY)} d ${clock.slice(11, 19)}`;
  return (
    sign + (away >= HOUR ? `${Number(clock.slice(11, 13))}:${clock.slice(14, 23)}` : clock.slice(14, 23))
  );
}
