import { z } from 'zod';

const MAX_MS = 8_640_000_000_000_000;

/** A moment in a request: ISO 8601 (without zone = UTC) or milliseconds since 1970 -> milliseconds. */
export const timeText = z.union([z.string().max(40), z.number()]).transform((value, context) => {
  const ms = toMs(value);
  if (ms === undefined) {
    context.addIssue({ code: 'custom', message: 'must be an ISO 8601 time or milliseconds since 1970' });
    return z.NEVER;
  }
  return ms;
});

function toMs(value: string | number): number | undefined {
  const text = String(value).trim();
  const ms = /^-?\d+$/.test(text) ? Number(text) : Date.parse(withZone(text));
  return Number.isFinite(ms) && Math.abs(ms) <= MAX_MS ? ms : undefined;
}

/** Without a zone a date-time would be read in the zone of the machine; Sysmon's times are UTC. */
const withZone = (text: string): string =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
