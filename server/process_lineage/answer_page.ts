import type { LineageNode, LineageNote } from '../../common/api/lineage';
import type { ProcessTrees } from '../../common/lineage/build_lineage';
import { pageNodes } from '../../common/lineage/page_nodes';
import { sumOf, tallyActivity, type ActivityTally } from '../../common/lineage/tally_activity';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { FieldCounts } from '../ports';
import { collectRemarks } from '../shared_queries/collect_remarks';
import type { ChosenRange } from '../shared_queries/lineage/choose_range';
import type { Reading } from '../shared_queries/lineage/reading';

/** The most nodes of one answer; the rest comes after the cursor. */
export const MAX_NODES = 20_000;

export interface PageParts {
  readonly trees: ProcessTrees;
  readonly counts: FieldCounts;
  readonly host: string;
  readonly range: ChosenRange;
  readonly reading: Reading;
  readonly after: ProcessKey | undefined;
  readonly max_nodes: number;
}

/** What lineage and forest have in common. Every event of host and range is in exactly one of the numbers. */
export function answerPage({ trees, counts, host, range, reading, after, max_nodes }: PageParts) {
  const page = pageNodes(trees.nodes, { after, max: max_nodes });
  if (!page) return undefined;
  const tally = tallyActivity(counts);
  return {
    host: recordedHost(host, reading),
    range,
    nodes: page.nodes,
    roots: trees.roots,
    hostEvents: tally.hostEvents,
    noProcess: tally.noProcess,
    otherProcesses: otherProcesses({ counts, tally, nodes: page.nodes }),
    total: counts.total.value,
    notes: [...trees.notes, ...page.notes] as readonly LineageNote[],
    remarks: collectRemarks([reading]),
  };
}

/** Of processes that are not shown; processes beyond the most that the store counts are among them. */
function otherProcesses({
  counts,
  tally,
  nodes,
}: {
  counts: FieldCounts;
  tally: ActivityTally;
  nodes: readonly LineageNode[];
}): number {
  const shown = nodes.reduce((sum, node) => sum + sumOf(node.counts), 0);
  return counts.total.value - shown - sumOf(tally.hostEvents) - sumOf(tally.noProcess);
}

/** The name as the events write it, whatever case it was asked for in. */
const recordedHost = (host: string, { events }: Reading): string =>
  events.find((event) => event.host.toLowerCase() === host.toLowerCase())?.host ?? host;
