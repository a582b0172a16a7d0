import type { VisibleNode } from '../model/visible_tree';
import type { GraphColors } from './graph_colors';

interface EdgeInfo {
  readonly parent: VisibleNode;
  readonly onPath: boolean;
}

interface EdgeRow {
  readonly applies: (edge: EdgeInfo) => boolean;
  readonly style: {
    readonly color: keyof GraphColors;
    readonly width: number;
    readonly dash: readonly number[];
  };
}

const inferred = ({ parent }: EdgeInfo): boolean =>
  parent.kind === 'process' && parent.node.process.known === 'inferred';

/** How an edge looks; the first row that applies decides. A new kind of edge is a row here. */
const EDGES: readonly EdgeRow[] = [
  { applies: (edge) => edge.onPath && inferred(edge), style: { color: 'path', width: 2.5, dash: [6, 4] } },
  { applies: inferred, style: { color: 'edge', width: 1.5, dash: [6, 4] } },
  { applies: ({ onPath }) => onPath, style: { color: 'path', width: 2.5, dash: [] } },
];

const LINEAGE: EdgeRow['style'] = { color: 'edge', width: 1.5, dash: [] };

export const edgeStyle = (edge: EdgeInfo): EdgeRow['style'] =>
  EDGES.find(({ applies }) => applies(edge))?.style ?? LINEAGE;
