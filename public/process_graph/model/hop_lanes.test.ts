import fc from 'fast-check';
import { LINEAGE } from '../../testing/fixtures';
import { layoutTree } from '../layout/layout_tree';
import { HOP_LANE } from '../layout/sizes';
import { graphData } from './graph_data';
import { hopLanes } from './hop_lanes';
import { visibleTree } from './visible_tree';

const nodes = Array.from({ length: 8 }, (_, i) => ({
  id: `n${i}`,
  known: 'recorded' as const,
  counts: {},
  ...(i > 0 && { parentId: `n${i - 1 - (i % 3 === 2 ? 1 : 0)}` }),
}));
const { tree } = graphData({ ...LINEAGE, nodes, origin: 'n7' });
const edge = (from: string, to: string) => ({ id: `${from} ${to}`, from, to, hops: [] });

describe('lanes of file hops', () => {
  it('differ for lines that pass the same cards of the path, and are shared by others', () => {
    const { laneOf, above } = hopLanes([edge('n0', 'n2'), edge('n0', 'n3'), edge('n5', 'n7')], tree);
    expect([...laneOf.values()]).toEqual([0, 1, 0]);
    expect([above.get('n0'), above.get('n2'), above.get('n7')]).toEqual([2, 2, 1]);
  });

  it('lie free above every card that they reach, whatever the hops', () => {
    const node = fc.nat({ max: 7 }).map((i) => `n${i}`);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(node, node), { selector: String, maxLength: 12 }), (pairs) => {
        const edges = pairs.filter(([from, to]) => from !== to).map(([from, to]) => edge(from, to));
        const { laneOf, above } = hopLanes(edges, tree);
        const room = new Map([...above].map(([id, lanes]) => [id, lanes * HOP_LANE]));
        const { columns } = layoutTree(visibleTree(tree, new Map()), { straight: tree.path, above: room });
        for (const { id, to } of edges) expect(above.get(to)).toBeGreaterThan(laneOf.get(id) ?? Infinity);
        for (const column of columns)
          for (const [i, one] of column.slice(1).entries()) {
            const upper = column[i];
            const free = one.y - (upper ? upper.y + upper.height : -Infinity);
            expect(free).toBeGreaterThanOrEqual(room.get(one.node.id) ?? 0);
          }
      }),
    );
  });
});
