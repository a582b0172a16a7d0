import fc from 'fast-check';
import { familiesInView, nodeAt, nodesInView } from './in_view';
import { layoutTree, type LayoutInput, type Layout } from './layout_tree';
import { COLUMN, SIBLING_GAP } from './sizes';

interface Tree extends LayoutInput {
  readonly children: readonly Tree[];
}
const tree = (id: string, ...children: Tree[]): Tree => ({ kind: 'process', id, children });
const none: ReadonlySet<string> = new Set();

/** Node i hangs below one of the nodes before it, or is a root: every shape of forest can come out. */
const anyForest: fc.Arbitrary<Tree[]> = fc
  .array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 60 })
  .map((links) => {
    const nodes: (Tree & { children: Tree[] })[] = [];
    const roots: Tree[] = [];
    for (const [i, [parent, more]] of links.entries()) {
      const node = { kind: more ? ('more' as const) : ('process' as const), id: `n${i}`, children: [] };
      const above = nodes[parent % (i + 1)];
      (above ? above.children : roots).push(node);
      nodes.push(node);
    }
    return roots;
  });

function expectNoOverlap(layout: Layout<Tree>): void {
  for (const column of layout.columns) {
    for (const [i, one] of column.entries()) {
      const before = column[i - 1];
      if (before) expect(one.y - before.y - before.height).toBeGreaterThanOrEqual(SIBLING_GAP - 1e-6);
    }
  }
}

describe('layoutTree', () => {
  it('puts depth on x and keeps the order of siblings', () => {
    const { byId } = layoutTree([tree('a', tree('b'), tree('c', tree('d')))], { straight: none });
    expect([...byId.values()].map((one) => [one.node.id, one.x])).toEqual([
      ['a', 0],
      ['b', COLUMN],
      ['c', COLUMN],
      ['d', 2 * COLUMN],
    ]);
    expect(byId.get('b')?.y).toBeLessThan(byId.get('c')?.y ?? 0);
  });

  it('sets a parent in the middle of its children', () => {
    const { byId } = layoutTree([tree('a', tree('b'), tree('c'), tree('d'))], { straight: none });
    expect(byId.get('a')?.y).toBeCloseTo(byId.get('c')?.y ?? NaN);
  });

  it('keeps origin and ancestors on one straight row', () => {
    const forest = tree(
      'a',
      tree('x', tree('x1'), tree('x2')),
      tree('b', tree('c', tree('o', tree('p'), tree('q'))), tree('y')),
      tree('z'),
    );
    const { byId } = layoutTree([forest], { straight: new Set(['a', 'b', 'c', 'o']) });
    expect(new Set(['a', 'b', 'c', 'o'].map((id) => byId.get(id)?.y)).size).toBe(1);
  });

  it('stacks the trees of a forest without sharing rows', () => {
    const { byId } = layoutTree([tree('a', tree('a1'), tree('a2'), tree('a3')), tree('b')], {
      straight: none,
    });
    expect(byId.get('b')?.y).toBeGreaterThan((byId.get('a3')?.y ?? 0) + 64);
  });

  it('never lets two nodes overlap, and places each exactly once', () => {
    fc.assert(
      fc.property(anyForest, fc.integer(), (roots, seed) => {
        const straight = new Set(pathOf(roots, seed));
        const layout = layoutTree(roots, { straight });
        expectNoOverlap(layout);
        expect(layout.columns.flat()).toHaveLength(count(roots));
      }),
      { numRuns: 300 },
    );
  });

  it('lays out 20,000 nodes, wide, deep and mixed, without recursion', () => {
    const wide = tree('root', ...Array.from({ length: 20_000 }, (_, i) => tree(`w${i}`)));
    let deep = tree('leaf');
    for (let i = 0; i < 20_000; i += 1) deep = tree(`d${i}`, deep, tree(`s${i}`));
    expect(layoutTree([wide], { straight: none }).byId.size).toBe(20_001);
    const layout = layoutTree([deep], { straight: none });
    expect(layout.byId.size).toBe(40_001);
    expectNoOverlap(layout);
  });

  it('has empty bounds for nothing', () =>
    expect(layoutTree([], { straight: none }).bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 }));
});

describe('what is in view', () => {
  const layout = layoutTree([tree('root', ...Array.from({ length: 1000 }, (_, i) => tree(`w${i}`)))], {
    straight: none,
  });

  it('is found exactly', () => {
    const view = { x: COLUMN, y: 1000, width: 100, height: 300 };
    const expected = [...layout.byId.values()].filter(
      (one) =>
        one.x <= view.x + view.width &&
        one.x + one.width >= view.x &&
        one.y <= view.y + view.height &&
        one.y + one.height >= view.y,
    );
    expect(nodesInView(layout, view)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(3);
  });

  it('includes edges whose ends are both outside', () => {
    expect(familiesInView(layout, { x: 240, y: 1000, width: 10, height: 10 })).toHaveLength(1);
    expect(familiesInView(layout, { x: 5000, y: 1000, width: 10, height: 10 })).toHaveLength(0);
  });

  it('finds the node under a point', () => {
    const one = layout.byId.get('w500');
    expect(nodeAt(layout, { x: COLUMN + 5, y: (one?.y ?? 0) + 5 })?.node.id).toBe('w500');
    expect(nodeAt(layout, { x: COLUMN - 5, y: (one?.y ?? 0) + 5 })).toBeUndefined();
  });
});

const count = (roots: readonly Tree[]): number =>
  roots.reduce((sum, root) => sum + 1 + count(root.children), 0);

function pathOf(roots: readonly Tree[], seed: number): string[] {
  const root = roots[Math.abs(seed) % Math.max(1, roots.length)];
  return root ? [root.id, ...pathOf(root.children, seed)] : [];
}
