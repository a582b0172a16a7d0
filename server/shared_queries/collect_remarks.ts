import type { Remark } from '../../common/remark';

/** The remarks of several answers, each once, in the order of first appearance. */
export function collectRemarks(answers: Iterable<{ readonly remarks: readonly Remark[] }>): Remark[] {
  const remarks = new Map<string, Remark>();
  for (const answer of answers) {
    for (const remark of answer.remarks) remarks.set(JSON.stringify(remark), remark);
  }
  return [...remarks.values()];
}
