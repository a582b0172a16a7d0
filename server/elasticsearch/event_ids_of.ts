import type { Predicate } from '../../common/predicate/predicate';

/** The event ids that a predicate can be true of; undefined = any. */
export function eventIdsOf(predicate: Predicate): ReadonlySet<number> | undefined {
  switch (predicate.kind) {
    case 'none':
      return new Set();
    case 'event_id':
      return new Set(predicate.ids);
    case 'and':
      return predicate.of.map(eventIdsOf).reduce(intersect, undefined);
    case 'or':
      return union(predicate.of.map(eventIdsOf));
    default:
      return undefined;
  }
}

export function intersect(
  a: ReadonlySet<number> | undefined,
  b: ReadonlySet<number> | undefined,
): ReadonlySet<number> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return new Set([...a].filter((id) => b.has(id)));
}

function union(sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> | undefined {
  const known = sets.filter((set) => set !== undefined);
  return known.length < sets.length ? undefined : new Set(known.flatMap((set) => [...set]));
}
