import { and, or } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import type { QuestionField } from '../sysmon/fields';
import type { FieldItem, ItemValue, ListedValue } from './field_item';
import { itemPredicate } from './item_predicate';
import { applyModifier, isRefusal } from './modifiers';
import { quoted } from './problem';
import type { Position, Problems } from './problem';
import { constantValue, fieldsOf } from './field_names';
import { matches } from '../predicate/matches';
import { globOf, hasWildcard, parseValueText, plainText } from './value_text';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml_tree';

export interface DetectionContext {
  readonly problems: Problems;
  /** A name in the rule -> Sysmon's field. It reports names that Sysmon does not have. */
  readonly fieldNamed: (name: string, position: Position) => QuestionField | undefined;
  /** Events that the rule can see. */
  readonly eventIds: readonly number[];
}

/** A selection: a map asks for all its items, a list for any of its maps and keywords. */
export function selectionPredicate(node: YamlNode, context: DetectionContext): Predicate {
  if (node.kind === 'map') return mapPredicate(node, context);
  if (node.kind === 'scalar') return keyword(node, context);
  if (node.items.length === 0) context.problems.error(node.position, 'An empty selection selects nothing.');
  return one(
    node.items.map((item) => listedSelection(item, context)),
    or,
  );
}

function listedSelection(node: YamlNode, context: DetectionContext): Predicate {
  if (node.kind !== 'list') return selectionPredicate(node, context);
  context.problems.error(node.position, 'A list inside a list has no meaning in a selection.');
  return { kind: 'none' };
}

function mapPredicate({ entries, position }: YamlMap, context: DetectionContext): Predicate {
  if (entries.length === 0) context.problems.error(position, 'An empty selection selects nothing.');
  if (entries.length === 0) return { kind: 'none' };
  return one(
    entries.map((entry) => entryPredicate(entry, context)),
    and,
  );
}

const one = (parts: readonly Predicate[], join: (...of: Predicate[]) => Predicate): Predicate =>
  parts.length === 1 && parts[0] ? parts[0] : join(...parts);

function entryPredicate(entry: YamlEntry, context: DetectionContext): Predicate {
  const [name = '', ...modifiers] = entry.key.split('|');
  const scalars = scalarsOf(entry.value, context);
  if (name === '') return keywords(scalars, { modifiers, position: entry.position, context });
  const item = modifiedItem({ entry, modifiers, scalars }, context);
  if (item === undefined) return { kind: 'none' };
  const constant = constantValue(name);
  if (constant !== undefined) return onConstant(constant, { item, context });
  const field = context.fieldNamed(name, entry.position);
  if (field === undefined) return withoutField(item);
  const fieldNamed = (other: string) => context.fieldNamed(other, entry.position);
  return itemPredicate({ field, item, fieldNamed, problems: context.problems });
}

/** Asks the item of the host's name, in an event that has the constant there. */
function onConstant(
  constant: string,
  { item, context }: { item: FieldItem; context: DetectionContext },
): Predicate {
  const predicate = itemPredicate({
    field: 'Computer',
    item,
    fieldNamed: () => undefined,
    problems: context.problems,
  });
  const event = {
    ref: { index: '', id: '' },
    eventId: 0,
    host: constant,
    time: { ms: 0, source: 'UtcTime' },
    fields: {},
    schema: '',
  } as const;
  return { kind: matches(predicate, event) ? 'all' : 'none' };
}

function scalarsOf(node: YamlNode, { problems }: DetectionContext): readonly YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  const inner = node.kind === 'list' ? node.items : [node];
  return inner.flatMap((item) => {
    if (item.kind === 'scalar') return [item];
    problems.error(item.position, `A ${item.kind} cannot be the value of a field.`);
    return [];
  });
}

interface Written {
  readonly entry: YamlEntry;
  readonly modifiers: readonly string[];
  readonly scalars: readonly YamlScalar[];
}

function modifiedItem(
  { entry, modifiers, scalars }: Written,
  { problems }: DetectionContext,
): FieldItem | undefined {
  let item: FieldItem = {
    question: { kind: 'text', cased: false },
    place: 'equals',
    all: false,
    negated: false,
    changed: false,
    values: listedValues(scalars, entry),
  };
  for (const name of modifiers) {
    const next = applyModifier(item, name);
    if (isRefusal(next)) {
      problems.error(next.position ?? entry.position, next.refused);
      return undefined;
    }
    item = next;
  }
  return item;
}

/** An empty list asks for the missing field (as pySigma reads it). */
function listedValues(
  scalars: readonly YamlScalar[],
  { value, position }: YamlEntry,
): readonly ListedValue[] {
  if (value.kind === 'list' && value.items.length === 0)
    return [{ position, alternatives: [{ kind: 'null' }] }];
  return scalars.map((scalar) => ({ position: scalar.position, alternatives: [itemValue(scalar)] }));
}

function itemValue({ value, source }: YamlScalar): ItemValue {
  if (value === null) return { kind: 'null' };
  if (typeof value === 'number') return { kind: 'number', value, source };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return { kind: 'text', parts: parseValueText(value), source: value };
}

/** Of a field that no event has, only its absence is true. */
function withoutField({ values, question, all, negated }: FieldItem): Predicate {
  const asksAbsence = (value: ItemValue): boolean =>
    value.kind === 'null' ||
    (value.kind === 'text' && question.kind === 'text' && value.source === '') ||
    (value.kind === 'boolean' && question.kind === 'exists' && !value.value);
  const holds = ({ alternatives }: ListedValue) => alternatives.some(asksAbsence);
  const found = all ? values.every(holds) : values.some(holds);
  return { kind: found === negated ? 'none' : 'all' };
}

interface KeywordList {
  readonly modifiers: readonly string[];
  readonly position: Position;
  readonly context: DetectionContext;
}

/** `'|all': [..]`: all of these texts somewhere in the event. */
function keywords(scalars: readonly YamlScalar[], { modifiers, position, context }: KeywordList): Predicate {
  const unknown = modifiers.find((name) => name !== 'all' && name !== 'contains');
  if (unknown !== undefined) {
    context.problems.error(position, `The modifier ${quoted(unknown)} needs a field before it.`);
    return { kind: 'none' };
  }
  return one(
    scalars.map((scalar) => keyword(scalar, context)),
    modifiers.includes('all') ? and : or,
  );
}

/** A text anywhere in the event; stars at its ends say nothing new. */
function keyword(
  { value, source, position }: YamlScalar,
  { problems, eventIds }: DetectionContext,
): Predicate {
  const parts = parseValueText(value === null ? '' : typeof value === 'string' ? value : source);
  const inner = parts.slice(
    parts[0] === 'any' ? 1 : 0,
    parts.length > 1 && parts.at(-1) === 'any' ? -1 : undefined,
  );
  if (plainText(inner) === '') {
    problems.error(position, 'An empty keyword is in every event.');
    return { kind: 'none' };
  }
  problems.warnOnce(
    position,
    "Keywords are looked for in the values of an event; its message's own words are not kept.",
  );
  if (!hasWildcard(inner)) return { kind: 'keyword', value: plainText(inner) };
  const glob = globOf(['any', ...inner, 'any']);
  return or(
    ...[...fieldsOf(eventIds), ...ALWAYS].map((field): Predicate => ({ kind: 'glob', field, value: glob })),
  );
}

/** What keywords are looked for in beside the fields of the event. */
const ALWAYS = ['Computer', 'Channel'] as const;
