import type { FileHop } from '../../../common/api/file_hops';
import type { ProcessKey } from '../../../common/sysmon/process_guid';
import { DRAWN_HOPS } from './join_hops';
import type { ProcessTree } from './process_tree';

/** One line from a drawn node to another: every hop between them or between what they hide. */
export interface HopEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly hops: readonly FileHop[];
}

export interface HopEdgesInput {
  readonly hops: readonly FileHop[];
  readonly tree: ProcessTree;
  readonly isDrawn: (id: string) => boolean;
  readonly selectedId?: ProcessKey | undefined;
}

/** The hops to draw: all of a few; of many, those into the ancestry and those of the selection. Hidden ends move to the nearest drawn ancestor. */
export function hopEdges({ hops, tree, isDrawn, selectedId }: HopEdgesInput): readonly HopEdge[] {
  const edges = new Map<string, HopEdge & { readonly hops: FileHop[] }>();
  for (const hop of hops) {
    const isWanted =
      hops.length <= DRAWN_HOPS ||
      hop.direction === 'back' ||
      hop.from === selectedId ||
      hop.to === selectedId;
    const from = isWanted ? drawnEnd(hop.from, { tree, isDrawn }) : undefined;
    const to = isWanted ? drawnEnd(hop.to, { tree, isDrawn }) : undefined;
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from} ${to}`;
    const known = edges.get(id);
    if (known) known.hops.push(hop);
    else edges.set(id, { id, from, to, hops: [hop] });
  }
  return [...edges.values()];
}

function drawnEnd(
  id: ProcessKey,
  { tree, isDrawn }: Pick<HopEdgesInput, 'tree' | 'isDrawn'>,
): ProcessKey | undefined {
  for (let node = tree.byId.get(id); node; node = node.parent) if (isDrawn(node.id)) return node.id;
  return undefined;
}

/** Hops by process, for lists: a hop to itself stands in it once. */
export function hopsByProcess(hops: readonly FileHop[]): ReadonlyMap<ProcessKey, readonly FileHop[]> {
  const byProcess = new Map<ProcessKey, FileHop[]>();
  for (const hop of hops) {
    for (const id of new Set([hop.from, hop.to])) {
      const own = byProcess.get(id);
      if (own) own.push(hop);
      else byProcess.set(id, [hop]);
    }
  }
  return byProcess;
}

/** How many files a process wrote for others, and used of others. */
export const hopCounts = (
  id: ProcessKey,
  hops: readonly FileHop[] = [],
): { readonly wrote: number; readonly used: number } => ({
  wrote: hops.filter(({ from }) => from === id).length,
  used: hops.filter(({ to }) => to === id).length,
});
