import { simplify } from '../predicate/simplify';
import type { Predicate } from '../predicate/predicate';
import type { QuestionField } from '../sysmon/fields';
import { wantedTexts } from './leaves';
import type { LeafTable, Literal, WantedTexts } from './leaves';

/** A rule over numbered leaves. */
export type RuleTree =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'and' | 'or'; readonly of: readonly RuleTree[] }
  | { readonly kind: 'not'; readonly of: RuleTree }
  | { readonly kind: 'all' };

/** What is left of a predicate for events of one id; undefined when none of them can satisfy it. */
export function treeFor(
  predicate: Predicate,
  { eventId, table }: { eventId: number; table: LeafTable },
): RuleTree | undefined {
  if (excludes(predicate, eventId)) return undefined;
  const left = simplify(withEventId(predicate, eventId));
  return left.kind === 'none' ? undefined : build(left, table);
}

/** The quick answer for nearly all rules: they name their event ids at the top. */
function excludes(predicate: Predicate, eventId: number): boolean {
  if (predicate.kind === 'event_id') return !predicate.ids.includes(eventId);
  return (
    predicate.kind === 'and' &&
    predicate.of.some((part) => part.kind === 'event_id' && !part.ids.includes(eventId))
  );
}

function withEventId(predicate: Predicate, eventId: number): Predicate {
  switch (predicate.kind) {
    case 'event_id':
      return { kind: predicate.ids.includes(eventId) ? 'all' : 'none' };
    case 'and':
    case 'or':
      return { kind: predicate.kind, of: predicate.of.map((part) => withEventId(part, eventId)) };
    case 'not':
      return { kind: 'not', of: withEventId(predicate.of, eventId) };
    default:
      return predicate;
  }
}

/** Simplified predicates only: constants stand alone. */
function build(predicate: Predicate, table: LeafTable): RuleTree {
  switch (predicate.kind) {
    case 'all':
      return { kind: 'all' };
    case 'and':
      return { kind: 'and', of: predicate.of.map((part) => build(part, table)) };
    case 'or':
      return alternatives(predicate.of, table);
    case 'not':
      return { kind: 'not', of: build(predicate.of, table) };
    case 'none':
    case 'event_id':
      throw new Error(`${predicate.kind} is left in a simplified rule`);
    default: {
      const wanted = wantedTexts(predicate);
      return { kind: 'leaf', leaf: wanted ? table.literals(wanted) : table.other(predicate) };
    }
  }
}

/** Texts wanted in the same field become one leaf: rules list hundreds of them. */
function alternatives(parts: readonly Predicate[], table: LeafTable): RuleTree {
  const texts = new Map<QuestionField, Literal[]>();
  const others: RuleTree[] = [];
  for (const part of parts) {
    const wanted = wantedTexts(part);
    if (wanted) append(texts, wanted);
    else others.push(build(part, table));
  }
  const leaves = [...texts].map(([field, literals]): RuleTree => ({
    kind: 'leaf',
    leaf: table.literals({ field, literals }),
  }));
  const of = [...leaves, ...others];
  return of.length === 1 && of[0] ? of[0] : { kind: 'or', of };
}

function append(texts: Map<QuestionField, Literal[]>, { field, literals }: WantedTexts): void {
  const known = texts.get(field);
  if (!known) texts.set(field, [...literals]);
  // Not by spreading: lists of hashes are longer than the arguments a call may have.
  else for (const literal of literals) known.push(literal);
}
