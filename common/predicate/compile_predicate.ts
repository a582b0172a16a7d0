import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { allValues, fieldValue } from './field_value';
import { foldCase } from './fold_case';
import type { Predicate } from './predicate';
import { equalityKey, testOf } from './text_condition';
import type { TextTest } from './text_condition';

export type EventTest = (event: SysmonEvent) => boolean;

type Of<K extends Predicate['kind']> = Extract<Predicate, { readonly kind: K }>;

/** The meaning of a predicate in memory, ready to be asked of many events. Sound predicates only (checkPredicate). */
export function compilePredicate(predicate: Predicate): EventTest {
  switch (predicate.kind) {
    case 'all':
      return () => true;
    case 'none':
      return () => false;
    case 'and':
      return every(predicate.of.map(compilePredicate));
    case 'or':
      return some(predicate.of.map(compilePredicate));
    case 'not':
      return negated(compilePredicate(predicate.of));
    case 'event_id':
      return hasEventId(new Set(predicate.ids));
    case 'in':
      return onField(predicate.field, isOneOf(predicate));
    case 'field_ref':
      return comparesFields(predicate);
    case 'keyword':
      return holdsText(foldCase(predicate.value));
    default:
      return onField(predicate.field, testOf(predicate.field, predicate));
  }
}

const every =
  (tests: EventTest[]): EventTest =>
  (event) =>
    tests.every((test) => test(event));
const some =
  (tests: EventTest[]): EventTest =>
  (event) =>
    tests.some((test) => test(event));
const negated =
  (test: EventTest): EventTest =>
  (event) =>
    !test(event);
const hasEventId =
  (ids: ReadonlySet<number>): EventTest =>
  (event) =>
    ids.has(event.eventId);
const holdsText =
  (folded: string): EventTest =>
  (event) =>
    allValues(event).some((text) => foldCase(text).includes(folded));

function onField(field: QuestionField, test: TextTest): EventTest {
  return (event) => {
    const text = fieldValue(event, field);
    return text !== undefined && test(text);
  };
}

function isOneOf({ field, values }: Of<'in'>): TextTest {
  const keys = new Set(values.map((value) => equalityKey(field, value)));
  return (text) => keys.has(equalityKey(field, text));
}

function comparesFields({ field, how, other }: Of<'field_ref'>): EventTest {
  return (event) => {
    const [text, value] = [fieldValue(event, field), fieldValue(event, other)];
    return text !== undefined && value !== undefined && testOf(field, { kind: how, value })(text);
  };
}
