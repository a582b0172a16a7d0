/** The body of every answer that is no success: one sentence for the person, the rest for "Technical detail". */
export interface ProblemBody {
  readonly kind: string;
  readonly message: string;
  readonly problems?: readonly string[];
  readonly pattern?: string;
  readonly detail?: string;
  readonly operation?: string;
}
