import type { EsQuery } from './search_client';

/**
 * What Elasticsearch can say of a condition: `upper` finds at least, `lower` at most the documents that satisfy it.
 * One and the same query for both = exact. Two bounds, since `not` of a superset is no superset.
 */
export interface Bounds {
  readonly upper: EsQuery;
  readonly lower: EsQuery;
  /** Why they differ; empty when exact. */
  readonly reasons: readonly string[];
  /** Which documents of `upper` may not satisfy it, where that is shorter than "those that `lower` does not find". */
  readonly unsure?: EsQuery;
}

export const ALL: EsQuery = { match_all: {} };
export const NONE: EsQuery = { match_none: {} };

export const exactly = (query: EsQuery): Bounds => ({ upper: query, lower: query, reasons: [] });
export const EVERYTHING = exactly(ALL);
export const NOTHING = exactly(NONE);

/** At least: `upper` finds too much, for the reason given. */
export const atLeast = (upper: EsQuery, reason: string, lower: EsQuery = NONE): Bounds =>
  upper === lower ? exactly(upper) : { upper, lower, reasons: [reason] };

export const isExact = ({ upper, lower }: Bounds): boolean => upper === lower;

/** Among the documents of `upper`: those that may not satisfy the condition. */
export const unsureIn = (bounds: Bounds): EsQuery =>
  isExact(bounds) ? NONE : (bounds.unsure ?? notQ(bounds.lower));

/** All of the queries, simplified. */
export function allQ(queries: readonly EsQuery[]): EsQuery {
  const needed = [...new Set(queries)].filter((query) => query !== ALL);
  if (needed.includes(NONE)) return NONE;
  return single(needed) ?? (needed.length === 0 ? ALL : { bool: { filter: needed } });
}

/** Any of the queries, simplified. */
export function anyQ(queries: readonly EsQuery[]): EsQuery {
  const needed = [...new Set(queries)].filter((query) => query !== NONE);
  if (needed.includes(ALL)) return ALL;
  if (needed.length === 0) return NONE;
  return single(needed) ?? { bool: { should: needed, minimum_should_match: 1 } };
}

export function notQ(query: EsQuery): EsQuery {
  if (query === ALL) return NONE;
  return query === NONE ? ALL : { bool: { must_not: [query] } };
}

const single = (queries: readonly EsQuery[]): EsQuery | undefined =>
  queries.length === 1 ? queries[0] : undefined;

/** What satisfies all parts for sure is asked of the parts alone that are not exact: the others are part of `upper` anyway. */
export function allOfBounds(parts: readonly Bounds[]): Bounds {
  const joined = combine(parts, allQ);
  return isExact(joined) ? joined : { ...joined, unsure: anyQ(parts.map(unsureIn)) };
}

export function anyOfBounds(parts: readonly Bounds[]): Bounds {
  const [part, ...others] = parts.filter(({ upper }) => upper !== NONE);
  return part && others.length === 0 ? part : combine(parts, anyQ);
}

function combine(parts: readonly Bounds[], join: (queries: readonly EsQuery[]) => EsQuery): Bounds {
  const upper = join(parts.map((part) => part.upper));
  const lower = parts.every(isExact) ? upper : join(parts.map((part) => part.lower));
  return bounds(upper, lower, parts);
}

export function notBounds(part: Bounds): Bounds {
  const upper = notQ(part.lower);
  return bounds(upper, isExact(part) ? upper : notQ(part.upper), [part]);
}

function bounds(upper: EsQuery, lower: EsQuery, parts: readonly Bounds[]): Bounds {
  if (upper === lower) return exactly(upper);
  return { upper, lower, reasons: [...new Set(parts.flatMap((part) => part.reasons))] };
}
