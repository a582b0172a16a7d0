import { formatUtcTime } from '../../common/field_schemas/utc_time';
import type { TimeRange } from '../../common/remark';
import { existsQ } from './path_condition';
import { ALL, allQ, anyOfBounds, anyQ, atLeast, allOfBounds, EVERYTHING, exactly, notQ } from './bounds';
import type { Bounds } from './bounds';
import type { IndexFacts, TimePath } from './index_facts';
import type { EsQuery } from './search_client';

const FIRST = 0;
const LAST = Date.UTC(9999, 11, 31);
const clamp = (ms: number): number => Math.min(Math.max(Math.trunc(ms), FIRST), LAST);

/** A moment as a value of the path: text where it is kept as text. */
export function timeValue({ form }: TimePath, ms: number): string {
  const iso = new Date(clamp(ms)).toISOString();
  return form === 'text' ? formatUtcTime(clamp(ms)) : iso;
}

const rangeOn = (time: TimePath, from: number, to: number): EsQuery => ({
  range: {
    [time.path]: {
      gte: timeValue(time, from),
      lt: timeValue(time, to),
      ...(time.form === 'date' && { format: 'strict_date_optional_time' }),
    },
  },
});

/** Documents whose time path holds a time: text that does not begin like a year is none. */
function holdsTime({ path, form, indices }: TimePath): EsQuery {
  const value =
    form === 'text' || form === 'iso_text' ? { range: { [path]: { gte: '1', lt: '3' } } } : existsQ(path);
  return indices ? allQ([{ terms: { _index: indices } }, value]) : value;
}

/** Documents whose event time stands at a path: reading takes the first that holds one. */
export const timedBy = (time: TimePath, times: readonly TimePath[]): EsQuery =>
  allQ([holdsTime(time), notTimedBefore(time, times)]);

function notTimedBefore(time: TimePath, times: readonly TimePath[]): EsQuery {
  const earlier = times.slice(0, times.indexOf(time)).map(holdsTime);
  const here = time.indices ? { terms: { _index: time.indices } } : ALL;
  return allQ([here, notQ(anyQ(earlier))]);
}

/** Events of a range of event time. Where UtcTime cannot be ranged, @timestamp widened by the largest difference seen stands in. */
export function rangeBounds(range: TimeRange | undefined, { times, skew_ms }: IndexFacts): Bounds {
  if (!range || times.length === 0) return EVERYTHING;
  const read = times.find(({ path, form }) => path === '@timestamp' && form === 'date');
  return anyOfBounds(
    times.map((time) => {
      if (time.form !== 'unasked')
        return exactly(allQ([notTimedBefore(time, times), rangeOn(time, range.from, range.to)]));
      const here = exactly(timedBy(time, times));
      const about = read ? rangeOn(read, range.from - skew_ms, range.to + skew_ms) : existsQ(time.path);
      const unread = read ? notQ(existsQ(read.path)) : about;
      return allOfBounds([here, atLeast(anyQ([about, unread]), `${time.path} cannot be ranged`)]);
    }),
  );
}
