import type { QuestionField } from '../sysmon/fields';

/**
 * The one question language: conditions over Sysmon's field names. It has two meanings that tests hold equal:
 * `matches(predicate, event)` in memory and `toEsQuery(predicate, ...)` on Elasticsearch.
 * - Text compares without case, as Windows does, unless `cased` is true; GUIDs without braces; IPs by address.
 * - A condition on a field that the event does not carry is false; `not` of it is true.
 * - `glob` knows * and ? (backslash escapes them); everywhere else they are plain characters.
 * - `regex` is unanchored and of the linear-time RE2 syntax.
 */
export type Predicate =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and'; readonly of: readonly Predicate[] }
  | { readonly kind: 'or'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'event_id'; readonly ids: readonly number[] }
  | TextCondition
  | { readonly kind: 'in'; readonly field: QuestionField; readonly values: readonly string[] }
  | { readonly kind: 'cidr'; readonly field: QuestionField; readonly value: string }
  | {
      readonly kind: 'compare';
      readonly field: QuestionField;
      readonly op: 'lt' | 'le' | 'gt' | 'ge';
      readonly value: number;
    }
  | { readonly kind: 'exists'; readonly field: QuestionField }
  | {
      readonly kind: 'field_ref';
      readonly field: QuestionField;
      readonly how: 'equals' | 'contains' | 'starts' | 'ends';
      readonly other: QuestionField;
    }
  | { readonly kind: 'keyword'; readonly value: string };

export interface TextCondition {
  readonly kind: 'equals' | 'contains' | 'starts' | 'ends' | 'glob' | 'regex';
  readonly field: QuestionField;
  readonly value: string;
  readonly cased?: boolean;
}

export const and = (...of: Predicate[]): Predicate => ({ kind: 'and', of });
export const or = (...of: Predicate[]): Predicate => ({ kind: 'or', of });
export const not = (of: Predicate): Predicate => ({ kind: 'not', of });
export const eventIds = (...ids: number[]): Predicate => ({ kind: 'event_id', ids });
export const equals = (field: QuestionField, value: string): Predicate => ({ kind: 'equals', field, value });
export const oneOf = (field: QuestionField, values: readonly string[]): Predicate => ({
  kind: 'in',
  field,
  values,
});
