import type { SearchAnswer } from './search_client';
import type { SearchTarget } from './search_target';

/** One search of a round. `all`: every hit, however many, by point in time. */
export interface PlannedSearch {
  readonly body: Readonly<Record<string, unknown>>;
  readonly all?: boolean;
  /** More buckets than a response holds are no failure: the answer then has the error. */
  readonly mayOverflow?: boolean;
  /** Set on the way out. */
  readonly target?: SearchTarget;
}

/** A question as rounds of searches: yields those of a round, gets their answers in the same order, ends with its own answer. */
export type Plan<Answer> = Generator<readonly PlannedSearch[], Answer, readonly SearchAnswer[]>;

export type SendSearches = (searches: readonly PlannedSearch[]) => Promise<readonly SearchAnswer[]>;

/** Runs plans side by side: each round of all of them is sent at once. */
export async function runPlans(plans: readonly Plan<unknown>[], send: SendSearches): Promise<unknown[]> {
  const answers: unknown[] = plans.map(() => undefined);
  let open = plans.map((plan, at) => ({ plan, at, step: plan.next([]) }));
  for (;;) {
    for (const { at, step } of open) if (step.done) answers[at] = step.value;
    open = open.filter(({ step }) => !step.done);
    if (open.length === 0) return answers;
    const wanted = open.map(({ step }) => (step.done ? [] : step.value));
    const got = await send(wanted.flat());
    let from = 0;
    open = open.map(({ plan, at }, index) => {
      const count = wanted[index]?.length ?? 0;
      const step = plan.next(got.slice(from, from + count));
      from += count;
      return { plan, at, step };
    });
  }
}
