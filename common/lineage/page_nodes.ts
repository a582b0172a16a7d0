import type { LineageNode, LineageNote } from '../api/lineage';
import type { ProcessKey } from '../sysmon/process_guid';

export interface NodePage {
  readonly nodes: readonly LineageNode[];
  /** Says so when there are more, with the cursor to the next page. */
  readonly notes: readonly LineageNote[];
}

/**
 * A page of nodes after a cursor (the id of the last node shown). Undefined when the cursor names no node: the data changed.
 * The order of nodes is the same each time, so each node comes on exactly one page.
 */
export function pageNodes(
  nodes: readonly LineageNode[],
  { after, max }: { after: ProcessKey | undefined; max: number },
): NodePage | undefined {
  const from = after === undefined ? 0 : nodes.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && from === 0) return undefined;
  const page = nodes.slice(from, from + max);
  const last = page.at(-1);
  const is_last = last === undefined || from + page.length >= nodes.length;
  return {
    nodes: page,
    notes: is_last
      ? []
      : [{ kind: 'truncated', shown: from + page.length, total: nodes.length, after: last.id }],
  };
}
