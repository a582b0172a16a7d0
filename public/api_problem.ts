import type { ProblemBody } from '../common/api/problem';

/** A request that could not be answered: the server's word (`kind`, `message`) and what "Technical detail" shows. */
export class ApiProblem extends Error {
  readonly kind: string;
  /** HTTP status; 0 = no answer at all. */
  readonly status: number;
  readonly pattern?: string;
  readonly technical: string;

  constructor(problem: ProblemBody & { readonly status: number; readonly path: string }) {
    super(problem.message);
    this.name = 'ApiProblem';
    this.kind = problem.kind;
    this.status = problem.status;
    if (problem.pattern) this.pattern = problem.pattern;
    const { status, path, kind, operation, pattern, detail, problems } = problem;
    this.technical = JSON.stringify({ status, path, kind, operation, pattern, detail, problems }, null, 2);
  }
}

/** Whatever was thrown, as a problem: bugs of the browser part too have a sentence and a technical part. */
export function asApiProblem(error: unknown, path: string): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new ApiProblem({ kind: 'failed', message: '', status: 0, path, detail });
}
