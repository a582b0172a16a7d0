import type { Groups } from '../common/event_questions/count_groups';
import type { Predicate } from '../common/predicate/predicate';
import type { Remark, TimeRange, Total } from '../common/remark';
import type { QuestionField } from '../common/sysmon/fields';
import type { DocumentRef, SysmonEvent } from '../common/sysmon/sysmon_event';

/** What every question shares. Only Sysmon events are ever found, counted or read. */
export interface EventQuery {
  readonly where: Predicate;
  /** Event time; absent = all time. */
  readonly range?: TimeRange;
  /** Only documents of these concrete indices or patterns; absent = the patterns of the space. */
  readonly indices?: readonly string[];
}

export type EventSort = 'oldest' | 'newest';

export interface FindEvents extends EventQuery {
  readonly kind: 'find';
  /** Fields that the caller will read; 'all' reads the whole document. Header and time always come. */
  readonly fields: readonly QuestionField[] | 'all';
  readonly sort: EventSort;
  /** Events wanted, at most 10,000 a page. */
  readonly limit: number;
  /** Opaque, from a former answer to the same question. */
  readonly after?: string;
}

/** Everything that matches, however much (parallel slices above 10,000), unsorted: compareEvents orders it. */
export interface ReadEvents extends EventQuery {
  readonly kind: 'read';
  readonly fields: readonly QuestionField[] | 'all';
  /** Stop after this many; the answer then says so. */
  readonly max: number;
}

/** Documents per value of a field and event id, exact up to `max` values. GUIDs come as keys, hosts as recorded. */
export interface CountByField extends EventQuery {
  readonly kind: 'count_by';
  /** 'Actor' = the GUID of the acting process, whichever of Sysmon's field names holds it. */
  readonly field: QuestionField | 'Actor';
  readonly max: number;
}

export interface CountByTime extends EventQuery {
  readonly kind: 'count_by_time';
  readonly interval_ms: number;
}

/** Documents per combination of values of some fields, exact up to `max` groups. GUIDs come as keys, all else as recorded. */
export interface CountGroups extends EventQuery {
  readonly kind: 'count_groups';
  readonly fields: readonly QuestionField[];
  readonly max: number;
}

export type Question = FindEvents | ReadEvents | CountByField | CountByTime | CountGroups;

export interface FoundEvents {
  readonly events: readonly SysmonEvent[];
  readonly total: Total;
  /** Present while there is more. */
  readonly next?: string;
  readonly remarks: readonly Remark[];
}

export interface FieldCount {
  readonly value: string;
  readonly total: number;
  /** Per event id. */
  readonly events: Readonly<Record<number, number>>;
  /** Event time of the first and last one, ms. */
  readonly first?: number;
  readonly last?: number;
}

export interface FieldCounts {
  readonly counts: readonly FieldCount[];
  /** Documents without a value, per event id. */
  readonly without: Readonly<Record<number, number>>;
  readonly total: Total;
  /** False when there are more than `max` values. */
  readonly complete: boolean;
  readonly remarks: readonly Remark[];
}

export interface TimeCounts {
  /** Start of the interval in ms -> documents per event id. */
  readonly buckets: readonly { readonly from: number; readonly events: Readonly<Record<number, number>> }[];
  readonly total: Total;
  readonly remarks: readonly Remark[];
}

/** Biggest first. `complete` is false when there are more than `max` groups. */
export interface GroupCounts extends Groups {
  readonly remarks: readonly Remark[];
}

export type AnswerTo<Q extends Question> = Q extends CountByField
  ? FieldCounts
  : Q extends CountByTime
    ? TimeCounts
    : Q extends CountGroups
      ? GroupCounts
      : FoundEvents;
export type AnswersTo<Qs extends readonly Question[]> = { -readonly [I in keyof Qs]: AnswerTo<Qs[I]> };

/** A document as stored, for the flyout and for finding an event by its address. */
export interface StoredDocument {
  readonly ref: DocumentRef;
  readonly source: Readonly<Record<string, unknown>>;
  /** Undefined when it is no (readable) Sysmon event; then `reason` says why. */
  readonly event?: SysmonEvent;
  readonly reason?: string;
}

/**
 * Sysmon events, as the present user may read them. Bound to one request: its user, abort signal and operation name.
 * Throws StoreProblem when nothing can be answered; whatever is only partial comes as remarks.
 */
export interface EventStore {
  /** The index patterns of the space, asked when a query names none. Answers name them: "nothing found in ...". */
  readonly patterns: readonly string[];
  /** All questions in one round trip (one multi-search), unless an answer itself needs more pages. */
  ask<const Qs extends readonly Question[]>(questions: Qs): Promise<AnswersTo<Qs>>;
  /** Documents by address, in the order asked; missing ones are left out. */
  get(refs: readonly DocumentRef[]): Promise<readonly StoredDocument[]>;
  /** Every matching event exactly once, in pages, by point in time. */
  scan(
    query: EventQuery & { readonly fields: FindEvents['fields']; readonly page: number },
  ): AsyncIterable<readonly SysmonEvent[]>;
}

export type StoreProblemKind =
  | 'unauthorised'
  | 'forbidden'
  | 'no_index'
  | 'index_closed'
  | 'unreachable'
  | 'timed_out'
  | 'busy'
  | 'aborted'
  | 'bad_cursor'
  | 'rejected';

/** Nothing could be answered, and why. `pattern` names the indices, `detail` is Elasticsearch's own word for the technical part. */
export class StoreProblem extends Error {
  constructor(
    readonly kind: StoreProblemKind,
    readonly pattern: string,
    readonly detail: string,
  ) {
    super(`${kind}: ${pattern}: ${detail}`);
    this.name = 'StoreProblem';
  }
}

export interface Clock {
  /** UTC milliseconds. */
  now(): number;
}

export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What one request may use: bound to its user and its abort signal. */
export interface RequestServices {
  readonly events: EventStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
}
