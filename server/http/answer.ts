import type { ProblemBody } from '../../common/api/problem';
import { StoreProblem, type StoreProblemKind } from '../ports';
import type { Outcome } from './route';

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

const OUTCOME_STATUS: Readonly<Record<string, number>> = { not_found: 404, invalid: 400, not_sysmon: 422 };

/** 499: the caller went away (nobody reads the answer, logs tell it from a failure). */
const PROBLEMS: Readonly<Record<StoreProblemKind, { status: number; message: (pattern: string) => string }>> =
  {
    unauthorised: {
      status: 401,
      message: () => 'You are signed out. Sign in again; this link brings you back.',
    },
    forbidden: {
      status: 403,
      message: (p) =>
        `You may not read ${p}. Ask an administrator for 'read' and 'view_index_metadata' on it.`,
    },
    no_index: { status: 404, message: (p) => `No index matches ${p}.` },
    index_closed: { status: 400, message: (p) => `The index ${p} is closed. Open it to read its events.` },
    unreachable: { status: 503, message: () => 'Elasticsearch does not answer.' },
    timed_out: {
      status: 504,
      message: () => 'Elasticsearch did not answer in time. Ask for a shorter time range.',
    },
    busy: { status: 429, message: () => 'Elasticsearch is busy.' },
    aborted: { status: 499, message: () => 'Cancelled.' },
    bad_cursor: { status: 410, message: () => 'This list expired. Ask again from the start.' },
    rejected: { status: 400, message: (p) => `Elasticsearch refused this question on ${p}.` },
  };

/** An expected outcome -> status and body. */
export const answerOf = (outcome: Outcome): HttpAnswer => ({
  status: OUTCOME_STATUS[outcome.kind] ?? 200,
  body: outcome,
});

/** Whatever was thrown -> status and a body without a stack trace. `known` is false for bugs, which the host logs. */
export function answerOfError(error: unknown, operation: string): HttpAnswer & { readonly known: boolean } {
  if (error instanceof StoreProblem) {
    const { status, message } = PROBLEMS[error.kind];
    const body: ProblemBody = {
      kind: error.kind,
      message: message(error.pattern),
      pattern: error.pattern,
      detail: error.detail,
      operation,
    };
    return { status, body, known: true };
  }
  const body: ProblemBody = {
    kind: 'failed',
    message: 'Sysmon Trail failed on this request. The rest of the page still works.',
    operation,
  };
  return { status: 500, body, known: false };
}
