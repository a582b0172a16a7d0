import type { LineageNode } from '../../common/api/lineage';

/** Figures of counts.json: strict joins recorded processes only; phantom joins siblings under a parent without event 1 too. */
export interface TreeFigures {
  readonly procs: number;
  readonly comps: number;
  readonly comps_phantom: number;
  readonly bigcomp: number;
  readonly bigcomp_phantom: number;
  readonly maxdepth: number;
  readonly maxfan: number;
}

/** Counted from the nodes of forests (parents before children). */
export function treeFigures(nodes: readonly LineageNode[]): TreeFigures {
  const recorded = nodes.filter(({ known }) => known === 'recorded');
  const strict = new Map(recorded.map(({ id }) => [id, { root: id, depth: 1 }]));
  const phantom_root = new Map<string, string>();
  const fan_out = new Map<string, number>();
  for (const { id, parentId } of nodes) {
    phantom_root.set(id, phantom_root.get(parentId ?? '') ?? id);
    const parent = strict.get(parentId ?? '');
    if (!parent || !strict.has(id)) continue;
    strict.set(id, { root: parent.root, depth: parent.depth + 1 });
    fan_out.set(parentId ?? '', (fan_out.get(parentId ?? '') ?? 0) + 1);
  }
  const by_root = sizes([...strict.values()].map(({ root }) => root));
  const by_phantom_root = sizes(recorded.map(({ id }) => phantom_root.get(id) ?? id));
  return {
    procs: recorded.length,
    comps: by_root.length,
    comps_phantom: by_phantom_root.length,
    bigcomp: Math.max(0, ...by_root),
    bigcomp_phantom: Math.max(0, ...by_phantom_root),
    maxdepth: Math.max(0, ...[...strict.values()].map(({ depth }) => depth)),
    maxfan: Math.max(0, ...fan_out.values()),
  };
}

function sizes(roots: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const root of roots) counts.set(root, (counts.get(root) ?? 0) + 1);
  return [...counts.values()];
}
