import { fieldValue } from '../../common/predicate/field_value';
import { foldCase } from '../../common/predicate/fold_case';
import type { Predicate, TextCondition } from '../../common/predicate/predicate';
import { equalityKey, testOf } from '../../common/predicate/text_condition';
import { compilePredicate } from '../../common/predicate/compile_predicate';
import type { QuestionField } from '../../common/sysmon/fields';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';

/** An event whose values are folded once, however many rules ask for them. */
class FoldedEvent {
  private readonly folded = new Map<QuestionField, string | undefined>();

  constructor(readonly event: SysmonEvent) {}

  value(field: QuestionField): string | undefined {
    return fieldValue(this.event, field);
  }

  foldedValue(field: QuestionField): string | undefined {
    if (this.folded.has(field)) return this.folded.get(field);
    const value = this.value(field);
    const folded = value === undefined ? undefined : foldCase(value);
    this.folded.set(field, folded);
    return folded;
  }
}

type Test = (event: FoldedEvent) => boolean;

/**
 * What the matcher is measured against: the rules of an event's id, one after the other, each compiled to closures, with short
 * cuts in and/or, hashed lists, and values folded once an event.
 */
export class PlainRuleLoop {
  private readonly by_id = new Map<number, { readonly rule: number; readonly test: Test }[]>();
  private readonly everywhere: { readonly rule: number; readonly test: Test }[] = [];

  constructor(predicates: readonly Predicate[]) {
    predicates.forEach((predicate, rule) => {
      const ids = idsOf(predicate);
      const entry = { rule, test: compile(predicate) };
      if (!ids) this.everywhere.push(entry);
      for (const id of ids ?? []) this.by_id.set(id, [...(this.by_id.get(id) ?? []), entry]);
    });
  }

  match(event: SysmonEvent): readonly number[] {
    const folded = new FoldedEvent(event);
    const hits: number[] = [];
    for (const { rule, test } of this.by_id.get(event.eventId) ?? []) if (test(folded)) hits.push(rule);
    for (const { rule, test } of this.everywhere) if (test(folded)) hits.push(rule);
    return hits.length > 1 ? hits.sort((a, b) => a - b) : hits;
  }
}

function idsOf(predicate: Predicate): readonly number[] | undefined {
  if (predicate.kind === 'event_id') return predicate.ids;
  if (predicate.kind !== 'and') return undefined;
  return predicate.of.flatMap((part) => (part.kind === 'event_id' ? [part.ids] : []))[0];
}

function compile(predicate: Predicate): Test {
  switch (predicate.kind) {
    case 'and': {
      const tests = predicate.of.map(compile);
      return (event) => tests.every((test) => test(event));
    }
    case 'or': {
      const tests = predicate.of.map(compile);
      return (event) => tests.some((test) => test(event));
    }
    case 'not': {
      const test = compile(predicate.of);
      return (event) => !test(event);
    }
    case 'in': {
      const keys = new Set(predicate.values.map((value) => equalityKey(predicate.field, value)));
      return onFolded(
        predicate.field,
        (folded) => keys.has(folded),
        (text) => keys.has(equalityKey(predicate.field, text)),
      );
    }
    case 'contains':
    case 'starts':
    case 'ends':
    case 'equals':
      return text({ ...predicate, kind: predicate.kind });
    case 'regex':
    case 'glob':
    case 'cidr':
    case 'compare': {
      const { field } = predicate;
      const test = testOf(field, predicate);
      return (event) => {
        const value = event.value(field);
        return value !== undefined && test(value);
      };
    }
    default: {
      const test = compilePredicate(predicate);
      return ({ event }) => test(event);
    }
  }
}

type Place = 'contains' | 'starts' | 'ends' | 'equals';

const COMPARE: Record<Place, (value: string, wanted: string) => boolean> = {
  contains: (value, wanted) => value.includes(wanted),
  starts: (value, wanted) => value.startsWith(wanted),
  ends: (value, wanted) => value.endsWith(wanted),
  equals: (value, wanted) => value === wanted,
};

function text({ kind, field, value, cased }: Omit<TextCondition, 'kind'> & { readonly kind: Place }): Test {
  const test = testOf(field, { kind, value, ...(cased === undefined ? {} : { cased }) });
  if (cased === true) return onFolded(field, undefined, test);
  const wanted = foldCase(value);
  const compare = COMPARE[kind];
  return onFolded(field, (folded) => compare(folded, wanted), test);
}

/** Numbers, addresses and GUIDs have forms that folding does not make equal: they take the exact test. */
const OWN_FORM = /(Guid|GUID|Id|ID|Port|Ip|Session)$/;

function onFolded(
  field: QuestionField,
  folded: ((text: string) => boolean) | undefined,
  exact: (text: string) => boolean,
): Test {
  if (folded === undefined || OWN_FORM.test(field)) {
    return (event) => {
      const value = event.value(field);
      return value !== undefined && exact(value);
    };
  }
  return (event) => {
    const value = event.foldedValue(field);
    return value !== undefined && folded(value);
  };
}
