import { compilePredicate } from '../predicate/compile_predicate';
import type { EventTest } from '../predicate/compile_predicate';
import { foldCase } from '../predicate/fold_case';
import type { Predicate, TextCondition } from '../predicate/predicate';
import { equalityKey, testOf } from '../predicate/text_condition';
import type { TextTest } from '../predicate/text_condition';
import { fieldType } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import { requiredText } from './required_text';
import type { LiteralPlace } from './literal_trie';

/** A text to find in a field's value, folded; `equals` by the field's equality key. */
export interface Literal {
  readonly place: LiteralPlace | 'equals';
  readonly text: string;
}

/**
 * The smallest thing a rule asks, shared by all rules that ask it.
 * literals: any of many texts in one field. present: the field has a value. tested: a test of one field's value, asked only when
 * a rule comes to it and only of values that hold `required`. event: a test that needs the whole event.
 */
export type Leaf =
  | { readonly kind: 'literals'; readonly field: QuestionField; readonly literals: readonly Literal[] }
  | { readonly kind: 'present'; readonly field: QuestionField }
  | {
      readonly kind: 'tested';
      readonly field: QuestionField;
      readonly test: TextTest;
      readonly required?: string;
    }
  | { readonly kind: 'event'; readonly test: EventTest };

type Condition = Exclude<Predicate, { readonly kind: 'all' | 'none' | 'and' | 'or' | 'not' | 'event_id' }>;

/** Texts wanted in one field, any of which will do. */
export interface WantedTexts {
  readonly field: QuestionField;
  readonly literals: readonly Literal[];
}

/** What can be looked for by its text alone; undefined for everything else. */
export function wantedTexts(condition: Predicate): WantedTexts | undefined {
  if (condition.kind === 'in') {
    const { field, values } = condition;
    return { field, literals: values.map((value) => ({ place: 'equals', text: equalityKey(field, value) })) };
  }
  if (condition.kind === 'glob' || condition.kind === 'regex' || !('value' in condition)) return undefined;
  if (condition.kind === 'cidr' || condition.kind === 'compare' || condition.kind === 'keyword')
    return undefined;
  const literal = condition.cased === true ? undefined : literalOf(condition);
  return literal && { field: condition.field, literals: [literal] };
}

function literalOf({ kind, field, value }: TextCondition): Literal | undefined {
  if (kind === 'equals') return { place: 'equals', text: equalityKey(field, value) };
  // Pieces of a GUID are looked for without braces, and an empty piece is everywhere: their tests know that.
  if (kind === 'glob' || kind === 'regex' || fieldType(field) === 'guid' || value === '') return undefined;
  return { place: kind, text: foldCase(value) };
}

/** Leaves by what they ask, each once. */
export class LeafTable {
  readonly leaves: Leaf[] = [];
  private readonly numbers = new Map<string, number>();

  literals({ field, literals }: WantedTexts): number {
    const keys = [...new Set(literals.map(({ place, text }) => `${place} ${text}`))].sort();
    return this.intern(`${field} any ${keys.join('\n')}`, () => ({ kind: 'literals', field, literals }));
  }

  other(condition: Condition): number {
    return this.intern(JSON.stringify(condition), () => leafOf(condition));
  }

  private intern(key: string, make: () => Leaf): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.leaves.push(make()) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function leafOf(condition: Condition): Leaf {
  switch (condition.kind) {
    case 'exists':
      return { kind: 'present', field: condition.field };
    case 'keyword':
    case 'field_ref':
      return { kind: 'event', test: compilePredicate(condition) };
    case 'in':
      throw new Error('a list of values is literals');
    case 'cidr':
    case 'compare':
      return { kind: 'tested', field: condition.field, test: testOf(condition.field, condition) };
    default:
      return textLeaf(condition);
  }
}

function textLeaf(condition: TextCondition): Leaf {
  const { field } = condition;
  const required = fieldType(field) === 'guid' ? undefined : requiredText(condition);
  return {
    kind: 'tested',
    field,
    test: testOf(field, condition),
    ...(required === undefined ? {} : { required }),
  };
}
