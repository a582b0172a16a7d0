import type { VisibleNode } from '../model/visible_tree';
import type { GraphColors } from './graph_colors';

/** `lineage`: one started the other. `file_hop`: one wrote a file, the other used it. */
export type EdgeInfo =
  | { readonly kind: 'lineage'; readonly parent: VisibleNode; readonly onPath: boolean }
  | { readonly kind: 'file_hop'; readonly selected: boolean };

interface EdgeRow {
  readonly applies: (edge: EdgeInfo) => boolean;
  readonly style: {
    readonly color: keyof GraphColors;
    readonly width: number;
    readonly dash: readonly number[];
    /** Drawn before the label in the middle of the edge. */
    readonly glyph?: 'document';
  };
}

const inferred = (edge: EdgeInfo): boolean =>
  edge.kind === 'lineage' && edge.parent.kind === 'process' && edge.parent.node.process.known === 'inferred';
const onPath = (edge: EdgeInfo): boolean => edge.kind === 'lineage' && edge.onPath;
const isFileHop = ({ kind }: EdgeInfo): boolean => kind === 'file_hop';
const selectedHop = (edge: EdgeInfo): boolean => edge.kind === 'file_hop' && edge.selected;

/** How an edge looks; the first row that applies decides. A new kind of edge is a row here. */
const EDGES: readonly EdgeRow[] = [
  { applies: selectedHop, style: { color: 'hop', width: 3, dash: [], glyph: 'document' } },
  { applies: isFileHop, style: { color: 'hop', width: 1.5, dash: [], glyph: 'document' } },
  { applies: (edge) => onPath(edge) && inferred(edge), style: { color: 'path', width: 2.5, dash: [6, 4] } },
  { applies: inferred, style: { color: 'edge', width: 1.5, dash: [6, 4] } },
  { applies: onPath, style: { color: 'path', width: 2.5, dash: [] } },
];

const LINEAGE: EdgeRow['style'] = { color: 'edge', width: 1.5, dash: [] };

export const edgeStyle = (edge: EdgeInfo): EdgeRow['style'] =>
  EDGES.find(({ applies }) => applies(edge))?.style ?? LINEAGE;
