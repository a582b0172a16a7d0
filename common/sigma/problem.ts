/** Where in a text, both counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * What a rule says that cannot be taken at its word. An error keeps the rule from running; with warnings alone it runs,
 * and means a little less or a little else than its author thought.
 */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly position: Position;
  readonly reason: string;
}

/** One hostile text must not answer with a list that is longer than itself. */
const MAX_PROBLEMS = 200;

export class Problems {
  private readonly found: Problem[] = [];
  private left_out = 0;

  error(position: Position, reason: string): void {
    this.add({ severity: 'error', position, reason });
  }

  warn(position: Position, reason: string): void {
    this.add({ severity: 'warning', position, reason });
  }

  /** For what is true of a whole document, however many lines say it. */
  warnOnce(position: Position, reason: string): void {
    if (!this.found.some((problem) => problem.reason === reason)) this.warn(position, reason);
  }

  add(problem: Problem): void {
    if (this.found.length < MAX_PROBLEMS) this.found.push(problem);
    else this.left_out += 1;
  }

  /** In the order of finding; the last one says how many more there were. */
  list(): readonly Problem[] {
    const last = this.found.at(-1);
    if (!last || this.left_out === 0) return [...this.found];
    return [
      ...this.found,
      { severity: 'error', position: last.position, reason: `${this.left_out} more problems.` },
    ];
  }
}

export const isError = (problem: Problem): boolean => problem.severity === 'error';

/** A piece of a hostile text, short enough for a sentence. */
export const quoted = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}"`;
