import type { TextCondition } from '../predicate/predicate';
import type { Position } from './problem';
import type { TextPart } from './value_text';

/** One value of an item, after YAML and before Sigma's modifiers are through with it. */
export type ItemValue =
  | { readonly kind: 'text'; readonly parts: readonly TextPart[]; readonly source: string }
  | { readonly kind: 'number'; readonly value: number; readonly source: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** What a rule lists; some modifiers make several out of one, any of which will do. */
export interface ListedValue {
  readonly position: Position;
  readonly alternatives: readonly ItemValue[];
}

/** What is asked of the field. */
export type Question =
  | { readonly kind: 'text'; readonly cased: boolean }
  | { readonly kind: 'regex'; readonly flags: string }
  | { readonly kind: 'cidr' | 'exists' | 'field_ref' }
  | { readonly kind: 'compare'; readonly op: 'lt' | 'le' | 'gt' | 'ge' }
  | { readonly kind: 'time_part'; readonly unit: TimeUnit };

export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** Where in the field the value stands. */
export type Place = Extract<TextCondition['kind'], 'equals' | 'contains' | 'starts' | 'ends'>;

/** `Field|modifier|...: values`, as far as its modifiers were applied. */
export interface FieldItem {
  readonly question: Question;
  readonly place: Place;
  readonly all: boolean;
  readonly negated: boolean;
  /** A modifier made other values of those listed. */
  readonly changed: boolean;
  readonly values: readonly ListedValue[];
}

/** A modifier refused, in one sentence. */
export interface Refusal {
  readonly refused: string;
  readonly position?: Position;
}
