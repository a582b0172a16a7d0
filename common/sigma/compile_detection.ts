import { and, not, or } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import { namesFor, parseCondition } from './condition';
import type { Condition } from './condition';
import { selectionPredicate } from './detection';
import type { DetectionContext } from './detection';
import { quoted } from './problem';
import { positionIn, valueAt } from './read_tree';
import type { YamlMap, YamlNode } from './yaml_tree';

/** Words under `detection` that are no selections. */
const OWN_WORDS: ReadonlySet<string> = new Set(['condition', 'timeframe']);

/** `detection` (or the same part of a filter): its selections put together by its condition. */
export function compileDetection(
  detection: YamlMap,
  context: DetectionContext,
  alsoNoSelection: readonly string[] = [],
): Predicate {
  const timeframe = valueAt(detection, 'timeframe');
  if (timeframe)
    context.problems.error(
      timeframe.position,
      '"timeframe" was removed from Sigma; a correlation rule says the same.',
    );
  const selections = new Map<string, Predicate>();
  for (const { key, value } of detection.entries)
    if (!OWN_WORDS.has(key) && !alsoNoSelection.includes(key))
      selections.set(key, selectionPredicate(value, context));
  const conditions = conditionTexts(detection, context).flatMap((node) => conditionOf(node, context) ?? []);
  const parts = conditions.map((condition) => assemble(condition, { selections, context }));
  return parts.length === 1 && parts[0] ? parts[0] : or(...parts);
}

/** Several conditions are alternatives. */
function conditionTexts(detection: YamlMap, { problems }: DetectionContext): readonly YamlNode[] {
  const node = valueAt(detection, 'condition');
  if (!node || (node.kind === 'list' && node.items.length === 0)) {
    problems.error(node?.position ?? detection.position, 'A detection needs a "condition".');
    return [];
  }
  return node.kind === 'list' ? node.items : [node];
}

function conditionOf(node: YamlNode, { problems }: DetectionContext): Condition | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string')
    return parseCondition(node.value, { positionAt: positionIn(node), problems });
  problems.error(node.position, 'A condition is a text.');
  return undefined;
}

interface Parts {
  readonly selections: ReadonlyMap<string, Predicate>;
  readonly context: DetectionContext;
}

function assemble(condition: Condition, parts: Parts): Predicate {
  switch (condition.kind) {
    case 'and':
      return and(...condition.of.map((part) => assemble(part, parts)));
    case 'or':
      return or(...condition.of.map((part) => assemble(part, parts)));
    case 'not':
      return not(assemble(condition.of, parts));
    case 'selection':
      return selected(condition, parts);
    case 'of':
      return quantified(condition, parts);
  }
}

function selected(
  { name, position }: Extract<Condition, { kind: 'selection' }>,
  { selections, context }: Parts,
): Predicate {
  const predicate = selections.get(name);
  if (predicate) return predicate;
  context.problems.error(position, `There is no selection ${quoted(name)}.`);
  return { kind: 'none' };
}

function quantified(
  { how, pattern, position }: Extract<Condition, { kind: 'of' }>,
  { selections, context }: Parts,
): Predicate {
  const found = namesFor(pattern, [...selections.keys()]).flatMap((name) => selections.get(name) ?? []);
  if (found.length === 0) context.problems.error(position, `No selection fits ${quoted(pattern)}.`);
  if (found.length === 0) return { kind: 'none' };
  return found.length === 1 && found[0] ? found[0] : how === 'any' ? or(...found) : and(...found);
}
