import type { StoreProblem } from '../ports';
import type { EsError, SearchAnswer } from './search_client';
import type { SearchTarget } from './search_target';
import { isExpensiveOff, isTooComplex, problemOf, problemOfThrown } from './store_problems';

/** A search that Elasticsearch refused; the store may know a way around. */
export class Refused extends Error {
  constructor(
    readonly error: EsError | undefined,
    readonly problem: StoreProblem,
  ) {
    super(problem.message);
  }
}

/** @throws StoreProblem for whatever a client throws, bugs excepted */
export async function thrownAsProblem<T>(ask: () => Promise<T>, pattern: string): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    throw problemOfThrown(thrown, pattern);
  }
}

/** Partial answers become remarks. @throws Refused where there is no answer at all */
export function checkedAnswer(
  answer: SearchAnswer,
  { index, timeout_ms, addRemark }: SearchTarget,
): SearchAnswer {
  if (answer.error) throw new Refused(answer.error, problemOf(answer, index));
  if (answer.timed_out) addRemark({ kind: 'timed_out', seconds: timeout_ms / 1_000 });
  const shards = answer._shards;
  if (!shards || shards.failed === 0) return answer;
  const failures = shards.failures ?? [];
  const error: EsError = {
    ...failures[0]?.reason,
    root_cause: failures.flatMap(({ reason }) => reason ?? []),
  };
  const problem = problemOf({ error }, index);
  // Where some shards hold nothing to match, only the others refuse: the store's way around is for all of them.
  const is_refused = isExpensiveOff(error) || isTooComplex(error);
  if (shards.failed >= shards.total || is_refused) throw new Refused(error, problem);
  const indices = [...new Set(failures.flatMap(({ index: name }) => name ?? []))];
  addRemark({ kind: 'shards_failed', failed: shards.failed, total: shards.total, indices });
  return answer;
}
