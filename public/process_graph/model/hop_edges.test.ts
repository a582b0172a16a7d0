import fc from 'fast-check';
import type { LineageNode } from '../../../common/api/lineage';
import {
  BROWSER,
  EXPLORER,
  hop,
  HOPS,
  LINEAGE,
  OUTLOOK,
  POWERSHELL,
  TEMPNCF88,
} from '../../testing/fixtures';
import { conservation, graphData } from './graph_data';
import { hopCounts, hopEdges, hopsByProcess } from './hop_edges';
import { visibleTree, type VisibleNode } from './visible_tree';

const idsOf = (nodes: readonly VisibleNode[]): string[] =>
  nodes.flatMap((node) => [node.id, ...idsOf(node.children)]);
const ends = (edges: ReturnType<typeof hopEdges>) => edges.map(({ from, to }) => [from, to]);

describe('file hops in the graph', () => {
  const data = graphData(LINEAGE, HOPS);

  it('bring the writer and its ancestors into the first picture', () => {
    expect(idsOf(visibleTree(data.tree, new Map()))).toEqual(expect.arrayContaining([OUTLOOK, BROWSER]));
    expect(data.tree.byId.get(BROWSER)?.parent?.parent?.id).toBe(EXPLORER);
    expect([...data.tree.path]).toEqual([...graphData(LINEAGE).tree.path]);
  });

  it('move events from other processes to the shown ones, and lose none', () => {
    const [before, after] = [conservation(LINEAGE), conservation(data.answer)];
    expect(after).toEqual({ ...before, shown: before.shown + 4, other: before.other - 4 });
    expect(graphData(data.answer, HOPS).answer.otherProcesses).toBe(data.answer.otherProcesses);
  });

  it('end at the nearest drawn ancestor, and many between two are one line', () => {
    const hops = [hop(BROWSER, TEMPNCF88), hop(OUTLOOK, TEMPNCF88, { id: 'x' })];
    const isDrawn = (id: string) => id !== BROWSER && id !== OUTLOOK;
    const edges = hopEdges({ hops, tree: data.tree, isDrawn });
    expect(ends(edges)).toEqual([[EXPLORER, TEMPNCF88]]);
    expect(edges[0]?.hops).toEqual(hops);
  });

  it('of many draws those into the ancestry and those of the selection', () => {
    const within = Array.from({ length: 40 }, (_, i) =>
      hop(POWERSHELL, TEMPNCF88, { id: `w${i}`, direction: 'within' }),
    );
    const input = { tree: data.tree, isDrawn: () => true };
    expect(ends(hopEdges({ ...input, hops: [...within, hop(BROWSER, EXPLORER)] }))).toEqual([
      [BROWSER, EXPLORER],
    ]);
    expect(ends(hopEdges({ ...input, hops: within, selectedId: TEMPNCF88 }))).toEqual([
      [POWERSHELL, TEMPNCF88],
    ]);
    expect(ends(hopEdges({ ...input, hops: within.slice(0, 30) }))).toEqual([[POWERSHELL, TEMPNCF88]]);
  });

  it('does not draw a hop of a process that is not loaded, or within one, but lists it', () => {
    const hops = [hop('gone', TEMPNCF88), hop(TEMPNCF88, TEMPNCF88, { id: 'self' })];
    expect(hopEdges({ hops, tree: data.tree, isDrawn: () => true })).toEqual([]);
    expect(hopsByProcess(hops).get(TEMPNCF88)).toEqual(hops);
    expect(hopCounts(TEMPNCF88, hops)).toEqual({ wrote: 1, used: 2 });
  });

  it('draws each wanted hop once, whatever is open', () => {
    const nodes: LineageNode[] = Array.from({ length: 12 }, (_, i) => ({
      id: `n${i}`,
      known: 'recorded',
      counts: {},
      ...(i > 0 && { parentId: `n${(i - 1) >> 1}` }),
    }));
    const { tree } = graphData({ ...LINEAGE, nodes, origin: 'n0' });
    const node = fc.nat({ max: 11 }).map((i) => `n${i}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 30 }), fc.array(node), (pairs, open) => {
        const drawn = new Set(['n0', ...open]);
        const hops = pairs.map(([from, to], i) => hop(from, to, { id: String(i) }));
        const edges = hopEdges({ hops, tree, isDrawn: (id) => drawn.has(id) });
        const shown = edges.flatMap((edge) => edge.hops.map(({ id }) => id));
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
        for (const { from, to } of edges)
          expect([drawn.has(from), drawn.has(to), from === to]).toEqual([true, true, false]);
        const direct = hops.filter(({ from, to }) => from !== to && drawn.has(from) && drawn.has(to));
        expect(shown).toEqual(expect.arrayContaining(direct.map(({ id }) => id)));
      }),
    );
  });

  it('keeps the first picture small however many writers there are', () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => ({ id: `w${i}`, known: 'recorded', counts: {} }) as const,
    );
    const hops = many.map(({ id }) => hop(id, TEMPNCF88, { id }));
    const { tree } = graphData(LINEAGE, { ...HOPS, nodes: many, hops });
    expect(idsOf(visibleTree(tree, new Map())).length).toBeLessThanOrEqual(62);
    expect(tree.kept.size).toBe(tree.path.size + 40);
  });
});
