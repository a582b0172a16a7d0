import { quoted } from './problem';
import type { Position, Problem, Problems } from './problem';
import { mapAt, textAt, textOf, textsAt, valueAt } from './read_tree';
import { placeOf } from './sigma_document';
import type { DocumentHead, SigmaDocument } from './sigma_document';
import type { YamlMap } from './yaml_tree';

/** Kinds of correlation, and what their condition counts. */
const TYPES = {
  event_count: { field: false, condition: true },
  value_count: { field: true, condition: true },
  value_sum: { field: true, condition: true },
  value_avg: { field: true, condition: true },
  value_median: { field: true, condition: true },
  value_percentile: { field: true, condition: true },
  temporal: { field: false, condition: false },
  temporal_ordered: { field: false, condition: false },
} as const;

export type CorrelationType = keyof typeof TYPES;
const OPERATORS = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;
export type Comparison = { readonly op: (typeof OPERATORS)[number]; readonly value: number };

export interface FieldAlias {
  readonly alias: string;
  readonly rule: string;
  readonly field: string;
}

/** A Sigma correlation as data: how often, or in which order, other rules must match together. */
export interface CorrelationRule extends DocumentHead {
  readonly kind: 'correlation';
  readonly type?: CorrelationType;
  /** Ids or names of rules and other correlations. */
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  readonly timespan_ms?: number;
  /** All of these; two make a range. */
  readonly condition: readonly Comparison[];
  /** Whose values are counted or summed. */
  readonly fields: readonly string[];
  readonly percentile?: number;
  readonly aliases: readonly FieldAlias[];
  /** Whether the rules named also answer for themselves. */
  readonly generate: boolean;
  readonly problems: readonly Problem[];
}

const KEYS: ReadonlySet<string> = new Set([
  'type',
  'rules',
  'group-by',
  'timespan',
  'timeframe',
  'condition',
  'aliases',
  'generate',
]);

/** Reads a correlation. `isKnown`: whether a rule of that id or name is in the set. */
export function readCorrelation(
  { head, map, problems }: SigmaDocument,
  isKnown: (rule: string) => boolean,
): CorrelationRule {
  const body = mapAt(map, { key: 'correlation', problems }) ?? { ...map, entries: [] };
  for (const { key, position } of body.entries)
    if (!KEYS.has(key)) problems.error(position, `A correlation has no ${quoted(key)}.`);
  const rules = textsAt(body, 'rules');
  const parts = {
    ...readCounting(body, problems),
    aliases: readAliases(body, problems),
    timespan_ms: readTimespan(body, problems),
  };
  if (rules.length === 0) problems.error(body.position, 'A correlation needs "rules".');
  for (const rule of rules.filter((name) => !isKnown(name)))
    problems.error(placeOf(body, 'rules'), `There is no rule ${quoted(rule)}.`);
  problems.error(placeOf(map, 'correlation'), 'Correlations are kept, but not evaluated yet.');
  return {
    ...head,
    kind: 'correlation',
    rules,
    ...parts,
    groupBy: textsAt(body, 'group-by'),
    generate: textAt(body, 'generate') === 'true',
    problems: problems.list(),
  };
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

function readTimespan(body: YamlMap, problems: Problems): number | undefined {
  const text = textAt(body, 'timespan') ?? textAt(body, 'timeframe');
  const [, count, unit] = /^(\d{1,9})([smhd])$/.exec(text ?? '') ?? [];
  if (count !== undefined && unit !== undefined) return Number(count) * (SECONDS[unit] ?? 0) * 1000;
  problems.error(
    placeOf(body, 'timespan'),
    `A correlation needs a "timespan" such as 15m, 1h or 7d${text === undefined ? '' : `, not ${quoted(text)}`}.`,
  );
  return undefined;
}

type Counting = Pick<CorrelationRule, 'type' | 'condition' | 'fields' | 'percentile'>;

function readCounting(body: YamlMap, problems: Problems): Counting {
  const name = textAt(body, 'type') ?? '';
  const type = Object.hasOwn(TYPES, name) ? (name as CorrelationType) : undefined;
  if (!type) problems.error(placeOf(body, 'type'), `There is no correlation type ${quoted(name)}.`);
  const condition = valueAt(body, 'condition');
  if (condition?.kind !== 'map') {
    const place = condition?.position ?? body.position;
    if (condition)
      problems.error(place, 'Only a map of comparisons is read as the condition of a correlation.');
    else if (type && TYPES[type].condition) problems.error(place, 'This correlation needs a "condition".');
    return { type, condition: [], fields: [] };
  }
  return {
    type,
    ...readCondition(condition, { problems, needsField: type !== undefined && TYPES[type].field }),
  };
}

function readCondition(
  map: YamlMap,
  { problems, needsField }: { problems: Problems; needsField: boolean },
): Omit<Counting, 'type'> {
  const comparisons = map.entries.flatMap(({ key, position, value }): Comparison[] => {
    const op = OPERATORS.find((one) => one === key);
    if (!op) {
      if (key !== 'field' && key !== 'percentile')
        problems.error(position, `A condition has no ${quoted(key)}.`);
      return [];
    }
    const number = numberIn(textOf(value));
    if (number === undefined) problems.error(position, `${quoted(key)} needs a number.`);
    return number === undefined ? [] : [{ op, value: number }];
  });
  const fields = textsAt(map, 'field');
  demandParts(map.position, { comparisons, fields, problems, needsField });
  const percentile = numberIn(textAt(map, 'percentile'));
  return { condition: comparisons, fields, ...(percentile === undefined ? {} : { percentile }) };
}

interface Demanded {
  readonly comparisons: readonly Comparison[];
  readonly fields: readonly string[];
  readonly problems: Problems;
  readonly needsField: boolean;
}

function demandParts(position: Position, { comparisons, fields, problems, needsField }: Demanded): void {
  if (comparisons.length === 0) problems.error(position, `A condition needs one of ${OPERATORS.join(', ')}.`);
  if (needsField && fields.length === 0)
    problems.error(position, 'This correlation needs a "field" in its condition.');
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

function readAliases(body: YamlMap, problems: Problems): readonly FieldAlias[] {
  const node = valueAt(body, 'aliases');
  if (!node) return [];
  if (node.kind !== 'map') problems.error(node.position, 'Aliases are a map.');
  const entries = node.kind === 'map' ? node.entries : [];
  return entries.flatMap(({ key: alias, value, position }) => {
    if (value.kind === 'map')
      return value.entries.flatMap(({ key: rule, value: field }) => ({
        alias,
        rule,
        field: textOf(field) ?? '',
      }));
    problems.error(position, 'An alias maps rules to their fields.');
    return [];
  });
}
