import { compilePredicate } from '../../common/predicate/compile_predicate';
import { compareEvents } from '../../common/sysmon/sysmon_event';
import type { DocumentRef, SysmonEvent } from '../../common/sysmon/sysmon_event';
import { countByField, countByTime } from '../../common/event_questions/count_events';
import { countGroups } from '../../common/event_questions/count_groups';
import { matchesPattern } from '../../common/event_questions/index_pattern';
import { projectEvent } from '../../common/event_questions/project_event';
import type {
  AnswersTo,
  EventQuery,
  EventStore,
  FindEvents,
  FoundEvents,
  Question,
  ReadEvents,
  StoredDocument,
} from '../ports';
import { StoreProblem } from '../ports';

/**
 * An EventStore over an array: for tests of everything that asks, held to the same contract as the one on Elasticsearch.
 * `others` are documents that are no Sysmon events; only `get` finds them.
 */
export function memoryEventStore(
  events: readonly SysmonEvent[],
  others: readonly StoredDocument[] = [],
): EventStore {
  const sorted = [...events].sort(compareEvents);
  const select = (query: EventQuery) => sorted.filter(selects(query));
  return {
    patterns: ['*'],
    ask: <const Qs extends readonly Question[]>(questions: Qs) =>
      Promise.resolve(questions.map((question) => answer(question, select(question))) as AnswersTo<Qs>),
    get: (refs) => Promise.resolve(refs.flatMap((ref) => stored(ref, events, others))),
    async *scan({ fields, page, ...query }) {
      const found = select(query);
      for (let at = 0; at < found.length; at += page)
        yield found.slice(at, at + page).map((event) => projectEvent(event, fields));
    },
  };
}

function selects({ where, range, indices }: EventQuery): (event: SysmonEvent) => boolean {
  const test = compilePredicate(where);
  return (event) =>
    (!range || (event.time.ms >= range.from && event.time.ms < range.to)) &&
    (!indices || indices.some((pattern) => matchesPattern(event.ref.index, pattern))) &&
    test(event);
}

function answer(question: Question, found: readonly SysmonEvent[]) {
  switch (question.kind) {
    case 'find':
      return findPage(question, found);
    case 'read':
      return readAll(question, found);
    case 'count_by':
      return { ...countByField(found, question), remarks: [] };
    case 'count_groups':
      return { ...countGroups(found, question), remarks: [] };
    case 'count_by_time':
      return { ...countByTime(found, question.interval_ms), remarks: [] };
  }
}

function findPage({ sort, after, limit, fields }: FindEvents, found: readonly SysmonEvent[]): FoundEvents {
  const ordered = sort === 'oldest' ? found : [...found].reverse();
  const start = after === undefined ? 0 : positionAfter(after, ordered);
  const events = ordered.slice(start, start + limit);
  const last = events.at(-1);
  const more = start + events.length < ordered.length && last;
  return {
    events: events.map((event) => projectEvent(event, fields)),
    total: { value: found.length, exact: true },
    ...(more && { next: JSON.stringify(last.ref) }),
    remarks: [],
  };
}

function positionAfter(cursor: string, ordered: readonly SysmonEvent[]): number {
  const at = ordered.findIndex((event) => JSON.stringify(event.ref) === cursor);
  if (at < 0) throw new StoreProblem('bad_cursor', '*', 'no such position');
  return at + 1;
}

function readAll({ max, fields }: ReadEvents, found: readonly SysmonEvent[]): FoundEvents {
  const events = found.slice(0, max).map((event) => projectEvent(event, fields));
  const cut = found.length > max;
  return {
    events,
    total: { value: found.length, exact: true },
    remarks: cut ? [{ kind: 'cut', what: 'events', shown: max, total: found.length }] : [],
  };
}

function stored(
  ref: DocumentRef,
  events: readonly SysmonEvent[],
  others: readonly StoredDocument[],
): StoredDocument[] {
  const here = (other: DocumentRef) => other.id === ref.id && matchesPattern(other.index, ref.index);
  const event = events.find((candidate) => here(candidate.ref));
  if (event) return [{ ref: event.ref, source: { ...event.fields }, event }];
  const other = others.find((candidate) => here(candidate.ref));
  return other ? [other] : [];
}
