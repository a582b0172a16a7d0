import { and, equals, not, oneOf, or } from '../predicate/predicate';
import type { Predicate, TextCondition } from '../predicate/predicate';
import { parseNetwork } from '../predicate/ip_address';
import { checkPredicate } from '../predicate/check_predicate';
import { fieldType } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { FieldItem, ItemValue, ListedValue, Place, Question } from './field_item';
import { quoted } from './problem';
import type { Problems } from './problem';
import { timePartPredicate } from './time_parts';
import { globOf, plainText } from './value_text';
import type { TextPart } from './value_text';

/** The predicate of one value, or the sentence that says why there is none. */
type Made = Predicate | string;
type ValueOf<K extends ItemValue['kind']> = Extract<ItemValue, { readonly kind: K }>;

interface Asked {
  readonly field: QuestionField;
  readonly item: FieldItem;
  readonly fieldNamed: (name: string) => QuestionField | undefined;
  readonly problems: Problems;
}

/** An item whose modifiers are applied -> predicate. Values that cannot be asked become problems, and match nothing. */
export function itemPredicate(asked: Asked): Predicate {
  const { item } = asked;
  const conditions = item.values.map((value) => listed(value, asked));
  const joined = item.all ? and(...conditions) : anyOf(conditions);
  return item.negated ? not(joined) : joined;
}

function listed({ alternatives, position }: ListedValue, asked: Asked): Predicate {
  const conditions = alternatives.map((value): Predicate => {
    const made = valuePredicate(value, asked);
    const [reason] = typeof made === 'string' ? [made] : patternProblems(made);
    if (typeof made !== 'string' && reason === undefined) return made;
    asked.problems.error(position, reason ?? '');
    return { kind: 'none' };
  });
  return anyOf(conditions);
}

/** Here and not only in the whole rule, so that the problem stands where the pattern does. */
const patternProblems = (condition: Predicate): readonly string[] =>
  condition.kind === 'regex' || condition.kind === 'glob' ? checkPredicate(condition) : [];

/** Equalities of one field are asked as one list: lists of hashes have thousands. */
function anyOf(conditions: readonly Predicate[]): Predicate {
  const plain: TextCondition[] = [];
  const others: Predicate[] = [];
  for (const condition of conditions) {
    if (isPlainEquality(condition)) plain.push(condition);
    else others.push(condition);
  }
  const [first] = plain;
  const list = first
    ? [
        plain.length === 1
          ? first
          : oneOf(
              first.field,
              plain.map(({ value }) => value),
            ),
      ]
    : [];
  const all = [...list, ...others];
  return all.length === 1 && all[0] ? all[0] : or(...all);
}

const isPlainEquality = (condition: Predicate): condition is TextCondition =>
  condition.kind === 'equals' && condition.cased !== true;

function valuePredicate(value: ItemValue, asked: Asked): Made {
  const { question, place } = asked.item;
  switch (question.kind) {
    case 'text':
      return textPredicate(value, { field: asked.field, place, cased: question.cased });
    case 'regex':
      return regexPredicate(value, { field: asked.field, place, flags: question.flags });
    case 'field_ref':
      return fieldRef(value, asked);
    default:
      return place === 'equals'
        ? otherPredicate(value, { field: asked.field, question })
        : 'contains, startswith and endswith do not go with this modifier.';
  }
}

function otherPredicate(
  value: ItemValue,
  { field, question }: { field: QuestionField; question: Question },
): Made {
  switch (question.kind) {
    case 'cidr':
      return network(value, field);
    case 'exists':
      if (value.kind !== 'boolean') return 'The modifier "exists" takes true or false.';
      return value.value ? { kind: 'exists', field } : not({ kind: 'exists', field });
    case 'compare': {
      const number = numberOf(value);
      return number === undefined
        ? 'Only a number can be compared.'
        : { kind: 'compare', field, op: question.op, value: number };
    }
    case 'time_part': {
      const number = numberOf(value);
      return number === undefined
        ? 'A part of a time is a number.'
        : timePartPredicate({ field, unit: question.unit, number });
    }
    default:
      throw new Error(`${question.kind} is asked elsewhere`);
  }
}

function numberOf(value: ItemValue): number | undefined {
  const number =
    value.kind === 'number'
      ? value.value
      : value.kind === 'text' && /^-?\d+(\.\d+)?$/.test(value.source)
        ? Number(value.source)
        : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function network(value: ItemValue, field: QuestionField): Made {
  const text = value.kind === 'text' ? plainText(value.parts) : '';
  return parseNetwork(text)
    ? { kind: 'cidr', field, value: text }
    : `${quoted(text)} is no network such as 10.0.0.0/8.`;
}

interface TextAsked {
  readonly field: QuestionField;
  readonly place: Place;
  readonly cased: boolean;
}

function textPredicate(value: ItemValue, asked: TextAsked): Made {
  switch (value.kind) {
    case 'null':
      return asked.place === 'equals'
        ? not({ kind: 'exists', field: asked.field })
        : 'null is no text to look for.';
    case 'text':
      return partsPredicate(value.parts, asked);
    case 'number':
      return partsPredicate([{ text: numberText(value, asked) }], asked);
    case 'boolean':
      return partsPredicate([{ text: String(value.value) }], asked);
    case 'bytes':
      return partsPredicate([{ text: String.fromCharCode(...value.bytes) }], asked);
  }
}

/** Sysmon writes numbers as text. In a text field a rule's `0x1410` or `00000429` means these characters. */
function numberText({ value, source }: ValueOf<'number'>, { field, place }: TextAsked): string {
  return fieldType(field) === 'number' && place === 'equals' ? String(value) : source;
}

/** Events never hold an empty text (some shippers leave such fields out), so an empty value asks for a missing field. */
function partsPredicate(parts: readonly TextPart[], asked: TextAsked): Predicate {
  const { field } = asked;
  const open = openedParts(parts, asked.place);
  if (open.length === 0) return not({ kind: 'exists', field });
  if (open.length === 1 && open[0] === 'any') return { kind: 'exists', field };
  const inner = open.slice(open[0] === 'any' ? 1 : 0, open.at(-1) === 'any' ? -1 : undefined);
  const cased = asked.cased ? { cased: true } : {};
  if (inner.some((part) => typeof part === 'string'))
    return { kind: 'glob', field, value: globOf(open), ...cased };
  const kind = placeOf(open);
  const value = plainText(inner);
  return kind === 'equals' && !asked.cased ? equals(field, value) : { kind, field, value, ...cased };
}

function openedParts(parts: readonly TextPart[], place: Place): readonly TextPart[] {
  const before: TextPart[] = place === 'contains' || place === 'ends' ? ['any'] : [];
  const after: TextPart[] = place === 'contains' || place === 'starts' ? ['any'] : [];
  return [...before, ...parts, ...after].filter(
    (part, index, all) => part !== 'any' || all[index - 1] !== 'any',
  );
}

function placeOf(parts: readonly TextPart[]): Place {
  const [starts_open, ends_open] = [parts[0] === 'any', parts.at(-1) === 'any'];
  return starts_open ? (ends_open ? 'contains' : 'ends') : ends_open ? 'starts' : 'equals';
}

/** Sigma's `re` minds case and looks anywhere in the text; startswith and endswith tie it to one end. */
function regexPredicate(
  value: ItemValue,
  { field, place, flags }: { field: QuestionField; place: Place; flags: string },
): Made {
  if (value.kind !== 'text' && value.kind !== 'number') return 'A regular expression must be a text.';
  const inline = [...new Set(flags)]
    .filter((letter) => letter !== 'i')
    .sort()
    .join('');
  const pattern = `${inline ? `(?${inline})` : ''}${placed(value.source, place)}`;
  return { kind: 'regex', field, value: pattern, ...(flags.includes('i') ? {} : { cased: true }) };
}

function placed(pattern: string, place: Place): string {
  if (place === 'starts') return `^(?:${pattern})`;
  return place === 'ends' ? `(?:${pattern})$` : pattern;
}

function fieldRef(value: ItemValue, { field, item, fieldNamed }: Asked): Made {
  const name = value.kind === 'text' ? value.source : '';
  const other = fieldNamed(name);
  return other
    ? { kind: 'field_ref', field, how: item.place, other }
    : `Sysmon has no field ${quoted(name)}.`;
}
