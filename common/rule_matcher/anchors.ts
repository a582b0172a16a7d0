import { fieldType } from '../sysmon/fields';
import type { Leaf, Literal } from './leaves';
import type { RuleTree } from './rule_tree';

/** Leaves of which at least one holds whenever the rule does, and a guess how often that happens in a million events. */
export interface Anchors {
  readonly leaves: readonly number[];
  readonly cost: number;
}

/** The rarest anchors of a rule; undefined when it can hold without any leaf, as a rule made of `not` does. */
export function anchorsOf(tree: RuleTree, leaves: readonly Leaf[]): Anchors | undefined {
  switch (tree.kind) {
    case 'leaf':
      return leafAnchors(tree.leaf, leaves);
    case 'and':
      return cheapest(tree.of.flatMap((part) => anchorsOf(part, leaves) ?? []));
    case 'or':
      return together(tree.of.map((part) => anchorsOf(part, leaves)));
    case 'not':
    case 'all':
      return undefined;
  }
}

const cheapest = (all: readonly Anchors[]): Anchors | undefined =>
  all.reduce<Anchors | undefined>(
    (best, one) => (best === undefined || one.cost < best.cost ? one : best),
    undefined,
  );

function together(parts: readonly (Anchors | undefined)[]): Anchors | undefined {
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length) return undefined;
  return {
    leaves: known.flatMap((part) => part.leaves),
    cost: known.reduce((sum, part) => sum + part.cost, 0),
  };
}

function leafAnchors(number: number, leaves: readonly Leaf[]): Anchors | undefined {
  const leaf = leaves[number];
  if (!leaf || leaf.kind === 'event') return undefined;
  return { leaves: [number], cost: leafCost(leaf) };
}

const PRESENT = 1_000_000;
const UNTRIED = 500_000;

function leafCost(leaf: Exclude<Leaf, { kind: 'event' }>): number {
  if (leaf.kind === 'present') return PRESENT;
  if (leaf.kind === 'tested')
    return leaf.required === undefined ? UNTRIED : literalCost({ place: 'contains', text: leaf.required });
  const each = FEW_VALUES.has(fieldType(leaf.field)) || NARROW_FIELDS.has(leaf.field) ? 200_000 : 0;
  return leaf.literals.reduce((sum, literal) => sum + each + literalCost(literal), 0);
}

/** Fields with a handful of values in all the world: no rule should hang on them. */
const FEW_VALUES: ReadonlySet<string> = new Set(['boolean']);
const NARROW_FIELDS: ReadonlySet<string> = new Set([
  'IntegrityLevel',
  'EventType',
  'SignatureStatus',
  'Signature',
  'Company',
  'Product',
  'Protocol',
  'User',
  'EventID',
  'Channel',
]);

const BASE: Readonly<Record<Literal['place'], number>> = {
  equals: 50,
  ends: 100,
  contains: 200,
  starts: 2_000,
};

/** Short texts are everywhere; so are the folders that all programs live in. */
function literalCost({ place, text }: Literal): number {
  const common = /\\(windows|system32|syswow64|program files.*|users|appdata)\\?$/.test(text) ? 50_000 : 0;
  return BASE[place] + common + (place === 'equals' ? 0 : 400_000 / 4 ** Math.min(text.length, 10));
}
