import type { Predicate } from '../predicate/predicate';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { EventMatcher } from './event_matcher';
import { MemoRoom } from './value_memo';

/** Plain data: it can be sent to a worker. `predicate` is sound (checkPredicate). */
export interface MatchableRule {
  readonly id: string;
  readonly predicate: Predicate;
}

export interface MatcherOptions {
  /** What remembered values may take, in bytes. Results do not depend on it. */
  readonly memo_bytes?: number;
}

/** How large a matcher is: summed over the event ids, since a rule for three ids is there three times. */
export interface MatcherSize {
  readonly rules: number;
  readonly leaves: number;
  readonly states: number;
}

const DEFAULT_MEMO_BYTES = 192 * 1024 * 1024;
/** All event ids that no rule names are alike to the rules. */
const ANY_OTHER_ID = -1;

/** Thousands of rules over one event at a time; the same answers as compilePredicate of each. Not for use by two callers at once. */
export class RuleMatcher {
  private readonly matchers = new Map<number, EventMatcher>();
  private readonly walked: Float64Array;

  constructor(
    readonly rules: readonly MatchableRule[],
    { memo_bytes = DEFAULT_MEMO_BYTES }: MatcherOptions = {},
  ) {
    this.walked = new Float64Array(rules.length);
    const predicates = rules.map((rule) => rule.predicate);
    const room = new MemoRoom(memo_bytes / 2);
    const ids = new Set([ANY_OTHER_ID]);
    for (const predicate of predicates) collectIds(predicate, ids);
    for (const eventId of ids)
      this.matchers.set(eventId, new EventMatcher({ eventId, predicates, room, walked: this.walked }));
  }

  /** Numbers of the rules (in the order given) that the event satisfies, ascending. */
  match(event: SysmonEvent): readonly number[] {
    const matcher = this.matchers.get(event.eventId) ?? this.matchers.get(ANY_OTHER_ID);
    return matcher?.match(event) ?? [];
  }

  /** How often each rule had to be looked at more closely: what it costs. */
  get looks(): readonly number[] {
    return Array.from(this.walked);
  }

  get size(): MatcherSize {
    const sizes = [...this.matchers.values()].map((matcher) => matcher.size);
    const sum = (key: keyof MatcherSize) => sizes.reduce((total, size) => total + size[key], 0);
    return { rules: sum('rules'), leaves: sum('leaves'), states: sum('states') };
  }
}

function collectIds(predicate: Predicate, ids: Set<number>): void {
  if (predicate.kind === 'event_id') for (const id of predicate.ids) ids.add(id);
  else if (predicate.kind === 'not') collectIds(predicate.of, ids);
  else if (predicate.kind === 'and' || predicate.kind === 'or')
    for (const part of predicate.of) collectIds(part, ids);
}
