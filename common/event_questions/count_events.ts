import { actorOf, fieldValue } from '../predicate/field_value';
import { fieldType } from '../sysmon/fields';
import { guidKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import type { QuestionField } from '../sysmon/fields';
import type { Total } from '../remark';

type PerEventId = Record<number, number>;

export interface CountQuestion {
  /** 'Actor' = the GUID of the acting process, whichever of Sysmon's field names holds it. */
  readonly field: QuestionField | 'Actor';
  readonly max: number;
}

/** One value with its documents: all, per event id, and the event time of the first and last in ms. */
export interface ValueCount {
  readonly value: string;
  readonly total: number;
  readonly events: Readonly<PerEventId>;
  readonly first?: number;
  readonly last?: number;
}

export interface ValueCounts {
  readonly counts: readonly ValueCount[];
  readonly without: Readonly<PerEventId>;
  readonly total: Total;
  readonly complete: boolean;
}

export interface IntervalCounts {
  readonly buckets: readonly { readonly from: number; readonly events: Readonly<PerEventId> }[];
  readonly total: Total;
}

interface Tally {
  total: number;
  events: PerEventId;
  first: number;
  last: number;
}

/** What counts are grouped by: GUIDs as keys, everything else as recorded; undefined = the document has no value. */
export function countedValue(text: string | undefined, field: CountQuestion['field']): string | undefined {
  if (text === undefined || text === '') return undefined;
  return field === 'Actor' || fieldType(field) === 'guid' ? guidKey(text) : text;
}

export const addTo = (counts: PerEventId, id: number, count = 1): void => {
  counts[id] = (counts[id] ?? 0) + count;
};

/** The meaning of counting by a field, over events at hand. Most frequent first, ties by value. */
export function countByField(events: readonly SysmonEvent[], { field, max }: CountQuestion): ValueCounts {
  const tallies = new Map<string, Tally>();
  const without: PerEventId = {};
  for (const event of events) {
    const text = field === 'Actor' ? actorOf(event) : fieldValue(event, field);
    const value = countedValue(text, field);
    if (value === undefined) addTo(without, event.eventId);
    else tally(tallies, value, event);
  }
  const counts = [...tallies].map(([value, counted]) => ({ value, ...counted })).sort(byFrequency);
  return {
    counts: counts.slice(0, max),
    without,
    total: { value: events.length, exact: true },
    complete: counts.length <= max,
  };
}

export const byFrequency = (a: ValueCount, b: ValueCount): number =>
  b.total - a.total || (a.value < b.value ? -1 : 1);

function tally(tallies: Map<string, Tally>, value: string, { eventId, time }: SysmonEvent): void {
  const counted = tallies.get(value) ?? { total: 0, events: {}, first: time.ms, last: time.ms };
  counted.total += 1;
  addTo(counted.events, eventId);
  counted.first = Math.min(counted.first, time.ms);
  counted.last = Math.max(counted.last, time.ms);
  tallies.set(value, counted);
}

/** The meaning of counting by time: intervals without events are left out. */
export function countByTime(events: readonly SysmonEvent[], interval_ms: number): IntervalCounts {
  const buckets = new Map<number, PerEventId>();
  for (const { time, eventId } of events) {
    const from = Math.floor(time.ms / interval_ms) * interval_ms;
    const counts = buckets.get(from) ?? {};
    addTo(counts, eventId);
    buckets.set(from, counts);
  }
  return {
    buckets: [...buckets].map(([from, counts]) => ({ from, events: counts })).sort((a, b) => a.from - b.from),
    total: { value: events.length, exact: true },
  };
}
