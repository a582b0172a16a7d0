import type { Remark, Total } from '../../common/remark';
import { allQ, isExact, unsureIn } from './bounds';
import type { Bounds } from './bounds';
import type { Plan } from './plan';
import type { PreparedQuestion } from './prepare_question';
import type { EsQuery, SearchAnswer } from './search_client';

/** Documents that only memory can decide are counted one by one up to this many; above, a total is a lower bound. */
export const MAX_COUNTED = 10_000;

export const totalOf = (answer: SearchAnswer | undefined): number => answer?.hits?.total?.value ?? 0;

/** Documents that may or may not satisfy the question. */
export const unsureQ = (bounds: Bounds): EsQuery => allQ([bounds.upper, unsureIn(bounds)]);

/** Beside a search for the upper bound: how many of its documents are not sure. */
export const unsureAggregation = (bounds: Bounds): Record<string, unknown> =>
  isExact(bounds) ? {} : { unsure: { filter: unsureIn(bounds) } };

export const unsureOf = (answer: SearchAnswer | undefined): number =>
  answer?.aggregations?.['unsure']?.doc_count ?? 0;

/** The exact total if it can be counted: what is not sure is read and checked in memory. */
export function* countWithUnsure(
  answers: SearchAnswer | undefined | readonly SearchAnswer[],
  prepared: PreparedQuestion,
): Plan<Total> {
  const all = [answers ?? []].flat() as readonly SearchAnswer[];
  const found = all.reduce((sum, answer) => sum + totalOf(answer), 0);
  const unsure = all.reduce((sum, answer) => sum + unsureOf(answer), 0);
  if (unsure === 0) return { value: found, exact: true };
  if (unsure > MAX_COUNTED) return { value: found - unsure, exact: false };
  const body = { ...prepared.reading, query: unsureQ(prepared.bounds), size: MAX_COUNTED, sort: ['_doc'] };
  const [answer] = yield [{ body }];
  const true_ones = (answer?.hits?.hits ?? []).filter((hit) => prepared.accept(hit)).length;
  return { value: found - unsure + true_ones, exact: true };
}

/** Said only where documents really had to be checked. */
export function checkedRemarks(
  answers: SearchAnswer | undefined | readonly SearchAnswer[],
  bounds: Bounds,
): readonly Remark[] {
  const all = [answers ?? []].flat() as readonly SearchAnswer[];
  return all.some((answer) => unsureOf(answer) > 0)
    ? [{ kind: 'checked_in_memory', reasons: bounds.reasons }]
    : [];
}
