import type { Predicate } from './predicate';

/** The same question without constants inside, without `and` in `and`, `or` in `or`, and without double `not`. */
export function simplify(predicate: Predicate): Predicate {
  if (predicate.kind === 'not') return negated(simplify(predicate.of));
  if (predicate.kind !== 'and' && predicate.kind !== 'or') return predicate;
  const { kind } = predicate;
  const [decides, idle] = kind === 'and' ? (['none', 'all'] as const) : (['all', 'none'] as const);
  const parts = predicate.of.map(simplify).flatMap((part) => (part.kind === kind ? part.of : [part]));
  if (parts.some((part) => part.kind === decides)) return { kind: decides };
  const left = parts.filter((part) => part.kind !== idle);
  const [only] = left;
  return only === undefined ? { kind: idle } : left.length === 1 ? only : { kind, of: left };
}

function negated(part: Predicate): Predicate {
  if (part.kind === 'not') return part.of;
  if (part.kind === 'all') return { kind: 'none' };
  return part.kind === 'none' ? { kind: 'all' } : { kind: 'not', of: part };
}
