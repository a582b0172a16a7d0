import { fieldValue } from '../predicate/field_value';
import { matches } from '../predicate/matches';
import type { Predicate } from '../predicate/predicate';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';

/** One condition that made a rule hold, and what it met. Of a list of values only those that were met. */
export type HitReason =
  | { readonly kind: 'met'; readonly condition: Predicate; readonly values: readonly MetValue[] }
  /** A part that had to be untrue, and was. */
  | { readonly kind: 'not_met'; readonly condition: Predicate };

export interface MetValue {
  readonly field: QuestionField;
  readonly value: string;
}

/** Why an event satisfies a predicate, in the order of the rule; empty when it does not, or when the rule asks nothing. */
export function explainHit(predicate: Predicate, event: SysmonEvent): readonly HitReason[] {
  if (!matches(predicate, event)) return [];
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.of.flatMap((part) => explainHit(part, event));
    case 'not':
      return [{ kind: 'not_met', condition: predicate.of }];
    case 'all':
    case 'none':
      return [];
    case 'in':
      return [
        met(
          {
            ...predicate,
            values: predicate.values.filter((value) => isValue(predicate.field, { value, event })),
          },
          event,
        ),
      ];
    default:
      return [met(predicate, event)];
  }
}

const isValue = (field: QuestionField, { value, event }: { value: string; event: SysmonEvent }): boolean =>
  matches({ kind: 'equals', field, value }, event);

function met(condition: Predicate, event: SysmonEvent): HitReason {
  const values = fieldsOf(condition, event).flatMap((field) => {
    const value = fieldValue(event, field);
    return value === undefined ? [] : [{ field, value }];
  });
  return { kind: 'met', condition, values };
}

function fieldsOf(condition: Predicate, event: SysmonEvent): readonly QuestionField[] {
  if (condition.kind === 'field_ref') return [condition.field, condition.other];
  if (condition.kind === 'event_id') return ['EventID'];
  if (condition.kind === 'keyword') return fieldsWith(condition.value, event);
  return 'field' in condition ? [condition.field] : [];
}

function fieldsWith(text: string, event: SysmonEvent): readonly QuestionField[] {
  const names = ['Computer', 'Channel', ...Object.keys(event.fields)] as QuestionField[];
  return names.filter((field) => matches({ kind: 'contains', field, value: text }, event));
}
