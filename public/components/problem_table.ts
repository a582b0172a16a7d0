import type { MessageId } from '../messages/english';

/** What the screen says about a kind of problem, and what can be done. A new kind is a row here. */
export interface ProblemRow {
  readonly message: MessageId;
  /** Asks again by itself, waiting longer each time. */
  readonly again?: true;
  readonly action?: 'narrow';
}

const ROWS: Readonly<Record<string, ProblemRow>> = {
  forbidden: { message: 'sysmonTrail.shared.problemForbidden' },
  no_index: { message: 'sysmonTrail.shared.problemNoIndex' },
  index_closed: { message: 'sysmonTrail.shared.problemClosed' },
  unreachable: { message: 'sysmonTrail.shared.problemUnreachable', again: true },
  no_answer: { message: 'sysmonTrail.shared.problemNoAnswer', again: true },
  busy: { message: 'sysmonTrail.shared.problemBusy', again: true, action: 'narrow' },
  timed_out: { message: 'sysmonTrail.shared.problemTimedOut', action: 'narrow' },
  unauthorised: { message: 'sysmonTrail.shared.problemSignedOut' },
  bad_cursor: { message: 'sysmonTrail.shared.problemCursor' },
  rejected: { message: 'sysmonTrail.shared.problemRejected' },
};

const FAILED: ProblemRow = { message: 'sysmonTrail.shared.problemFailed' };

export const problemRow = (kind: string): ProblemRow =>
  (Object.hasOwn(ROWS, kind) ? ROWS[kind] : undefined) ?? FAILED;

/** 5, 10, 20, 40, 60, 60 ... seconds. */
export const waitBeforeRetry = (failures: number): number => Math.min(60, 5 * 2 ** Math.max(0, failures - 1));
