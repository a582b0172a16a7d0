import { parseUtcTime } from '../../common/field_schemas/utc_time';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { FindEvents, FoundEvents } from '../ports';
import { allQ } from './bounds';
import { cursorAfter, isAfter, orderOf, readCursor } from './find_cursor';
import type { Position } from './find_cursor';
import { timedBy, timeValue } from './event_time_query';
import type { TimePath } from './index_facts';
import type { Plan, PlannedSearch } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { checkedRemarks, countWithUnsure, unsureAggregation } from './question_totals';
import { acceptAll, hitsOf, PAGE, readAllHits } from './read_plan';
import type { EsQuery, SearchAnswer, SearchHit } from './search_client';

/** Read beyond the page, so that events of one moment are rarely torn apart. */
const SPARE = 50;

/** Events of one time path, read up to a moment: all before `until` (in the order of the question) are there. */
interface Stream {
  readonly time: TimePath;
  readonly query: EsQuery;
  until: number;
}

/**
 * A page in the order of events. Elasticsearch sorts by the time path alone; record ids, which it cannot sort as numbers, indices
 * and ids are put in order in memory, within one moment. The cursor is the place of the last event: it never expires.
 */
export function* findPlan(question: FindEvents, prepared: PreparedQuestion): Plan<FoundEvents> {
  const position = readCursor(question);
  const { times } = prepared.facts;
  if (times.some(({ form }) => form === 'unasked')) return yield* findInMemory(question, prepared, position);
  const end = question.sort === 'oldest' ? Infinity : -Infinity;
  const start = position?.ms ?? -end;
  const streams = times.map((time): Stream => ({
    time,
    query: allQ([prepared.bounds.upper, timedBy(time, times)]),
    until: start,
  }));
  const events: SysmonEvent[] = [];
  let first: readonly SearchAnswer[] | undefined;
  for (;;) {
    const behind = streams.filter(({ until }) => until === horizonOf(streams, question) && until !== end);
    if (behind.length === 0) break;
    const answers = yield behind.map((stream) => pageOf(stream, question, prepared, first === undefined));
    first ??= answers;
    for (const [at, stream] of behind.entries())
      events.push(...(yield* advance(stream, answers[at], { question, prepared })));
    if (ready(events, streams, question, position).length >= question.limit) break;
  }
  const complete = ready(events, streams, question, position);
  const page = complete.slice(0, question.limit);
  const more = complete.length > page.length || streams.some(({ until }) => until !== end);
  const total = yield* countWithUnsure(first, prepared);
  const last = page.at(-1);
  return {
    events: page.map(prepared.project),
    total,
    ...(more && last && { next: cursorAfter(last, question) }),
    remarks: [...prepared.remarks(), ...checkedRemarks(first, prepared.bounds)],
  };
}

function horizonOf(streams: readonly Stream[], { sort }: FindEvents): number {
  const all = streams.map(({ until }) => until);
  return sort === 'oldest' ? Math.min(...all) : Math.max(...all);
}

/** Events that no stream can still precede, in order, behind the cursor, each once. */
function ready(
  events: readonly SysmonEvent[],
  streams: readonly Stream[],
  question: FindEvents,
  position: Position | undefined,
): SysmonEvent[] {
  const horizon = horizonOf(streams, question);
  const before = (ms: number) => (question.sort === 'oldest' ? ms < horizon : ms > horizon);
  const once = new Map(events.map((event) => [`${event.ref.index} ${event.ref.id}`, event]));
  return [...once.values()]
    .filter((event) => before(event.time.ms) && (!position || isAfter(event, position, question.sort)))
    .sort(orderOf(question.sort));
}

function pageOf(
  { time, query, until }: Stream,
  { sort, limit }: FindEvents,
  prepared: PreparedQuestion,
  is_first: boolean,
): PlannedSearch {
  const order = sort === 'oldest' ? 'asc' : 'desc';
  const before = sort === 'oldest' ? until - 1 : until + 1;
  const format =
    time.form === 'date'
      ? { format: 'strict_date_optional_time', unmapped_type: 'date' }
      : { unmapped_type: 'keyword' };
  return {
    body: {
      ...prepared.reading,
      query,
      size: Math.min(PAGE, limit + SPARE),
      sort: [{ [time.path]: { order, ...format } }],
      ...(Number.isFinite(until) && { search_after: [timeValue(time, before)] }),
      track_total_hits: is_first,
      ...(is_first && { aggs: unsureAggregation(prepared.bounds) }),
    },
  };
}

interface Advancing {
  readonly question: FindEvents;
  readonly prepared: PreparedQuestion;
}

/** Takes a page in. If a page is full, its last moment may go on behind it; if it has no other, that moment is read as a whole. */
function* advance(
  stream: Stream,
  answer: SearchAnswer | undefined,
  { question, prepared }: Advancing,
): Plan<SysmonEvent[]> {
  const hits = hitsOf(answer);
  const end = question.sort === 'oldest' ? Infinity : -Infinity;
  const is_full = hits.length >= Math.min(PAGE, question.limit + SPARE);
  const began = stream.until;
  const last = is_full ? lastMoment(hits) : undefined;
  stream.until = last ?? end;
  const events = acceptAll(hits, prepared);
  if (last === undefined || last !== began) return events;
  const { time, query } = stream;
  const within = { gte: timeValue(time, last), lt: timeValue(time, last + 1) };
  const moment = allQ([query, { range: { [time.path]: within } }]);
  const whole = yield* readAllHits(prepared, moment);
  stream.until = question.sort === 'oldest' ? last + 1 : last - 1;
  return [...events, ...acceptAll(whole, prepared)];
}

/** Dates are answered in ISO 8601, text as it is. */
function lastMoment(hits: readonly SearchHit[]): number | undefined {
  const times = hits.map(({ sort }) => parseUtcTime(sort?.[0]));
  return times.filter((ms) => ms !== undefined).at(-1);
}

/** Where the time can be sorted by nothing, all of it is read. */
function* findInMemory(
  question: FindEvents,
  prepared: PreparedQuestion,
  position: Position | undefined,
): Plan<FoundEvents> {
  const hits = yield* readAllHits(prepared, prepared.bounds.upper);
  const all = acceptAll(hits, prepared).sort(orderOf(question.sort));
  const behind = position ? all.filter((event) => isAfter(event, position, question.sort)) : all;
  const page = behind.slice(0, question.limit);
  const last = page.at(-1);
  return {
    events: page.map(prepared.project),
    total: { value: all.length, exact: true },
    ...(behind.length > page.length && last && { next: cursorAfter(last, question) }),
    remarks: [
      ...prepared.remarks(),
      { kind: 'checked_in_memory', reasons: ['the event time cannot be sorted'] },
    ],
  };
}
