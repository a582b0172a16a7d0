import type { LineageNode } from '../../../common/api/lineage';
import { buildProcessTree } from './process_tree';
import { ROOTS, START_CARDS, visibleTree, type VisibleNode } from './visible_tree';

const process = (id: string, parentId?: string): LineageNode => ({
  id,
  ...(parentId && { parentId }),
  known: 'recorded',
  counts: {},
});
const family = (parent: string, count: number) =>
  Array.from({ length: count }, (_, i) => process(`${parent}/${i}`, parent));

function flat(nodes: readonly VisibleNode[]): VisibleNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
const drawn = (nodes: readonly VisibleNode[]) =>
  flat(nodes).map((node) => (node.kind === 'more' ? `${node.owner}+${node.hidden}` : node.id));

describe('visibleTree', () => {
  it('starts with all ancestors, the origin and two levels below it', () => {
    const nodes = [
      process('a'),
      process('b', 'a'),
      process('o', 'b'),
      process('c1', 'o'),
      process('c2', 'c1'),
      process('c3', 'c2'),
    ];
    expect(drawn(visibleTree(buildProcessTree(nodes, 'o'), new Map()))).toEqual(['a', 'b', 'o', 'c1', 'c2']);
  });

  it('never leaves an ancestor out, however many there are', () => {
    const nodes = Array.from({ length: 200 }, (_, i) => process(`p${i}`, i > 0 ? `p${i - 1}` : undefined));
    expect(drawn(visibleTree(buildProcessTree(nodes, 'p199'), new Map()))).toHaveLength(200);
  });

  it('draws at most 60 cards and says how many are left', () => {
    const tree = buildProcessTree([process('o'), ...family('o', 300)], 'o');
    const names = drawn(visibleTree(tree, new Map()));
    expect(names).toHaveLength(START_CARDS + 1);
    expect(names.at(-1)).toBe('o+241');
  });

  it('opens and closes as asked', () => {
    const tree = buildProcessTree([process('o'), ...family('o', 300), ...family('o/0', 2)], 'o');
    expect(drawn(visibleTree(tree, new Map([['o', 110]])))).toContain('o+190');
    expect(drawn(visibleTree(tree, new Map([['o', 300]])))).not.toContain('o+0');
    expect(drawn(visibleTree(tree, new Map([['o', 0]])))).toEqual(['o']);
    expect(
      drawn(
        visibleTree(
          tree,
          new Map([
            ['o', 1],
            ['o/0', 0],
          ]),
        ),
      ),
    ).toEqual(['o', 'o/0', 'o+299']);
  });

  it('shows the way to the origin even where its brothers are closed', () => {
    const nodes = [process('a'), ...family('a', 100), process('o', 'a/77')];
    expect(drawn(visibleTree(buildProcessTree(nodes, 'o'), new Map([['a', 0]])))).toEqual([
      'a',
      'a/77',
      'o',
      'a+99',
    ]);
  });

  it('shows a forest from its roots', () => {
    const nodes = Array.from({ length: 200 }, (_, i) => process(`r${i}`));
    const tree = buildProcessTree(nodes);
    expect(drawn(visibleTree(tree, new Map()))).toHaveLength(START_CARDS + 1);
    expect(drawn(visibleTree(tree, new Map([[ROOTS, 200]])))).toHaveLength(200);
  });

  it('counts what hides behind the rest, descendants included', () => {
    const tree = buildProcessTree([process('o'), ...family('o', 3), ...family('o/2', 5)], 'o');
    expect(visibleTree(tree, new Map([['o', 1]]))[0]?.children.at(-1)).toMatchObject({
      kind: 'more',
      hidden: 2,
      hiddenDescendants: 7,
      shown: 1,
    });
  });
});
