import { performance } from 'node:perf_hooks';

const WARM_UP_RUNS = 10;
const RUNS = 9;

export type Timings<Name extends string> = Readonly<Record<Name, number>>;

/**
 * Median milliseconds of each action over 9 warm runs. The actions take turns, so that whatever else the machine does
 * falls on all of them.
 */
export async function medianTimes<Name extends string>(
  actions: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Timings<Name>> {
  const named = Object.entries(actions) as [Name, () => Promise<unknown>][];
  const times = new Map<Name, number[]>(named.map(([name]) => [name, []]));
  for (let run = -WARM_UP_RUNS; run < RUNS; run += 1) {
    for (const [name, action] of named) {
      const began = performance.now();
      await action();
      if (run >= 0) times.get(name)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries(named.map(([name]) => [name, median(times.get(name) ?? [])])) as Timings<Name>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)] ?? NaN, sorted[middle] ?? NaN];
  return (low + high) / 2;
}
