import type { ActivityCounts, LineageNode } from '../../common/api/lineage';
import { sumOf } from '../../common/lineage/tally_activity';

interface Counted {
  readonly nodes: readonly LineageNode[];
  readonly hostEvents: ActivityCounts;
  readonly noProcess: ActivityCounts;
  readonly otherProcesses: number;
  readonly total: number;
}

/** Every event of host and range is in exactly one number of the answer. `total` is counted by the test itself. */
export function expectConserved(answer: Counted, total: number): void {
  const of_nodes = answer.nodes.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  expect(answer.total).toBe(total);
  expect(answer.otherProcesses).toBeGreaterThanOrEqual(0);
  expect(of_nodes + sumOf(answer.hostEvents) + sumOf(answer.noProcess) + answer.otherProcesses).toBe(total);
}
