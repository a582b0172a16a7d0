import { base64, base64AtAnyOffset, utf16, utf8 } from './encodings';
import type { Utf16 } from './encodings';
import type { FieldItem, ItemValue, Place, Question, Refusal, TimeUnit } from './field_item';
import { spellingsOfDashes } from './dashes';
import { quoted } from './problem';
import { hasWildcard, plainText } from './value_text';

type Modifier = (item: FieldItem) => FieldItem | Refusal;
type Made = readonly ItemValue[] | string;

/** Sigma's modifiers (specification 2.1, appendix on modifiers; names of pySigma beside them), applied from left to right. */
const MODIFIERS: Readonly<Record<string, Modifier>> = {
  contains: at('contains'),
  startswith: at('starts'),
  endswith: at('ends'),
  all: (item) => ({ ...item, all: true }),
  neq: (item) => ({ ...item, negated: true }),
  cased: (item) =>
    item.question.kind === 'text' ? { ...item, question: { kind: 'text', cased: true } } : onlyText('cased'),
  re: ask({ kind: 'regex', flags: '' }),
  i: flag('i'),
  ignorecase: flag('i'),
  m: flag('m'),
  multiline: flag('m'),
  s: flag('s'),
  dotall: flag('s'),
  cidr: ask({ kind: 'cidr' }),
  exists: ask({ kind: 'exists' }),
  fieldref: ask({ kind: 'field_ref' }),
  lt: ask({ kind: 'compare', op: 'lt' }),
  lte: ask({ kind: 'compare', op: 'le' }),
  gt: ask({ kind: 'compare', op: 'gt' }),
  gte: ask({ kind: 'compare', op: 'ge' }),
  minute: timePart('minute'),
  hour: timePart('hour'),
  day: timePart('day'),
  month: timePart('month'),
  year: timePart('year'),
  week: () => ({ refused: 'The modifier "week" cannot be answered: no text of a time holds the week.' }),
  expand: () => ({
    refused: 'The modifier "expand" needs a list of values for its placeholder, and there is none.',
  }),
  windash: each(dashes),
  wide: each(wide('utf16le')),
  utf16le: each(wide('utf16le')),
  utf16be: each(wide('utf16be')),
  utf16: each(wide('utf16')),
  base64: each((value) => encoded(value, (bytes) => [base64(bytes)])),
  base64offset: each((value) => encoded(value, base64AtAnyOffset)),
};

/** Applies one modifier by its name. */
export function applyModifier(item: FieldItem, name: string): FieldItem | Refusal {
  const modifier = Object.hasOwn(MODIFIERS, name) ? MODIFIERS[name] : undefined;
  return modifier ? modifier(item) : { refused: `There is no modifier ${quoted(name)}.` };
}

export const isRefusal = (item: FieldItem | Refusal): item is Refusal => 'refused' in item;

const onlyText = (name: string): Refusal => ({
  refused: `The modifier "${name}" works on plain values only.`,
});

/** `startswith` and `endswith` together leave both sides open, as stars would. */
function at(place: Place): Modifier {
  return (item) => ({ ...item, place: item.place === 'equals' || item.place === place ? place : 'contains' });
}

function ask(question: Question): Modifier {
  return (item) => {
    const free = item.question.kind === 'text' && !item.question.cased && !item.changed;
    if (!free) return { refused: 'Two modifiers of this item exclude each other.' };
    return { ...item, question };
  };
}

function flag(letter: string): Modifier {
  return (item) =>
    item.question.kind === 'regex'
      ? { ...item, question: { kind: 'regex', flags: item.question.flags + letter } }
      : { refused: 'The modifiers i, m and s only follow "re".' };
}

function timePart(unit: TimeUnit): Modifier {
  return ask({ kind: 'time_part', unit });
}

function each(make: (value: ItemValue) => Made): Modifier {
  return (item) => {
    if (item.question.kind !== 'text')
      return { refused: 'A modifier that changes the value works on plain values only.' };
    const values = [];
    for (const { position, alternatives } of item.values) {
      const made = alternatives.map(make);
      const refused = made.find((one) => typeof one === 'string');
      if (typeof refused === 'string') return { refused, position };
      values.push({ position, alternatives: made.flat() as ItemValue[] });
    }
    return { ...item, values, changed: true };
  };
}

function dashes(value: ItemValue): Made {
  if (value.kind !== 'text')
    return value.kind === 'bytes' ? 'The modifier "windash" must stand before encodings.' : [value];
  const spellings = spellingsOfDashes(value.parts);
  return (
    spellings?.map((parts) => ({ ...value, parts })) ??
    `The value ${quoted(value.source)} has too many dashes for "windash".`
  );
}

function wide(form: Utf16): (value: ItemValue) => Made {
  return (value) => {
    const text = textOf(value);
    return text === undefined ? noBytes(value) : [{ kind: 'bytes', bytes: utf16(text, form) }];
  };
}

function encoded(value: ItemValue, forms: (bytes: Uint8Array) => readonly string[]): Made {
  const text = textOf(value);
  const bytes = value.kind === 'bytes' ? value.bytes : text === undefined ? undefined : utf8(text);
  if (!bytes) return noBytes(value);
  return forms(bytes).map((form) => ({ kind: 'text', parts: form ? [{ text: form }] : [], source: form }));
}

function textOf(value: ItemValue): string | undefined {
  if (value.kind === 'number') return value.source;
  return value.kind === 'text' && !hasWildcard(value.parts) ? plainText(value.parts) : undefined;
}

const noBytes = (value: ItemValue): string =>
  value.kind === 'text'
    ? `The value ${quoted(value.source)} has wildcards and cannot be encoded.`
    : 'Only a text without wildcards can be encoded.';
