import type { SeededRandom } from './seeded_random';

/** Windows PIDs: multiples of four, and used again once their process has ended. */
export class PidPool {
  /** PID -> when it becomes free, ms. */
  private readonly free_from = new Map<number, number>();

  constructor(private readonly random: SeededRandom) {}

  /** A PID that no process of that moment has; low numbers, so that over days many come again. */
  take(at: number): number {
    for (;;) {
      const pid = this.random.between(100, 3000) * 4;
      if ((this.free_from.get(pid) ?? -Infinity) < at) return this.hold(pid);
    }
  }

  /** A PID that a source names. */
  hold(pid: number): number {
    this.free_from.set(pid, Infinity);
    return pid;
  }

  release(pid: number, at: number): void {
    this.free_from.set(pid, at + 60_000);
  }
}
