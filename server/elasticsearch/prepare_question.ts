import { eventReader } from '../../common/field_schemas/read_event';
import { pathsToRead } from '../../common/field_schemas/field_schemas';
import { projectEvent } from '../../common/event_questions/project_event';
import { compilePredicate } from '../../common/predicate/compile_predicate';
import { fieldsOfPredicate } from '../../common/predicate/fields_of_predicate';
import { isQuestionField } from '../../common/sysmon/question_fields';
import type { QuestionField } from '../../common/sysmon/fields';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { Remark } from '../../common/remark';
import type { EventQuery } from '../ports';
import { allOfBounds, EVERYTHING, exactly, notBounds } from './bounds';
import type { Bounds } from './bounds';
import { rangeBounds } from './event_time_query';
import type { IndexFacts } from './index_facts';
import type { SearchHit } from './search_client';
import { predicateBounds } from './to_es_query';

/** A question made ready: what Elasticsearch is asked, and how its hits become events. */
export interface PreparedQuestion {
  readonly query: EventQuery;
  readonly facts: IndexFacts;
  readonly bounds: Bounds;
  /** Goes into the body of a search that reads documents. */
  readonly reading: Readonly<Record<string, unknown>>;
  /** A hit -> the event if it satisfies the question. */
  accept(hit: SearchHit): SysmonEvent | undefined;
  /** The same event with the asked fields alone. */
  project(event: SysmonEvent): SysmonEvent;
  /** What to say of the answer, once it is complete. */
  remarks(): readonly Remark[];
}

export interface Preparing {
  readonly query: EventQuery;
  readonly fields: readonly QuestionField[] | 'all';
  readonly facts: IndexFacts;
  readonly mode: AskMode;
  readonly frozen?: boolean;
}

/** The tier is a field of x-pack; where it is unknown, nothing has it. */
const FROZEN = exactly({ term: { _tier: 'data_frozen' } });

/** `no_patterns`: these were too complex. `cheap`: the cluster takes no expensive queries, ranges over text among them. */
export type AskMode = 'full' | 'no_patterns' | 'cheap';

export function prepareQuestion({ query, fields, facts: known, mode, frozen }: Preparing): PreparedQuestion {
  const facts = mode === 'cheap' ? withoutTextRanges(known) : known;
  const { schemas, types } = facts;
  const patterns = mode === 'full';
  const bounds = allOfBounds([
    predicateBounds(query.where, { schemas, types, patterns }),
    rangeBounds(query.range, facts),
    frozen ? EVERYTHING : notBounds(FROZEN),
  ]);
  const asked = fieldsOfPredicate(query.where);
  const needed =
    fields === 'all' || asked === 'all' ? 'all' : [...new Set([...fields, ...asked, 'UtcTime' as const])];
  const read = needed === 'all' ? eventReader() : eventReader(needed);
  const test = compilePredicate(query.where);
  const unreadable = new Map<string, number>();
  const accept = (hit: SearchHit) => {
    const result = read(hit);
    if (result.kind !== 'event') {
      unreadable.set(result.reason, (unreadable.get(result.reason) ?? 0) + 1);
      return undefined;
    }
    return isInRange(result.event, query) && test(result.event) ? result.event : undefined;
  };
  return {
    query,
    facts,
    bounds,
    reading: readingOf(needed, facts),
    accept,
    project: (event) => (fields === needed ? event : projectEvent(event, fields)),
    remarks: () => [
      ...[...unreadable].map(([reason, count]): Remark => ({ kind: 'unreadable', count, reason })),
      ...timeRemarks(query, facts),
    ],
  };
}

const withoutTextRanges = (facts: IndexFacts): IndexFacts => ({
  ...facts,
  times: facts.times.map((time) => (time.form === 'date' ? time : { ...time, form: 'unasked' })),
});

function isInRange({ time }: SysmonEvent, { range }: EventQuery): boolean {
  return !range || (time.ms >= range.from && time.ms < range.to);
}

/** The filtered _source is the fastest way; what _source does not hold comes as fields beside it. */
function readingOf(
  needed: readonly QuestionField[] | 'all',
  { schemas, computed }: IndexFacts,
): Record<string, unknown> {
  if (needed === 'all') return { _source: true, ...(computed.size > 0 && { fields: [...computed] }) };
  const paths = pathsToRead(schemas, needed.filter(isQuestionField));
  const beside = paths.filter((path) => computed.has(path));
  return { _source: paths, ...(beside.length > 0 && { fields: beside }) };
}

function timeRemarks({ range }: EventQuery, { times, indices }: IndexFacts): readonly Remark[] {
  if (!range) return [];
  const unasked = times.filter(({ form }) => form === 'unasked');
  return unasked.flatMap((time) =>
    (time.indices ?? indices).map((index): Remark => ({ kind: 'time_not_rangeable', index })),
  );
}
