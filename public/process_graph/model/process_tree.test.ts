import fc from 'fast-check';
import type { LineageNode } from '../../../common/api/lineage';
import { buildProcessTree, type TreeNode } from './process_tree';

const process = (id: string, parentId?: string, counts: Record<number, number> = { 1: 1 }): LineageNode => ({
  id,
  ...(parentId && { parentId }),
  known: 'recorded',
  counts,
});
const ids = (nodes: readonly TreeNode[]) => nodes.map((node) => node.id);

describe('buildProcessTree', () => {
  const chain = [
    process('explorer'),
    process('wscript', 'explorer', { 1: 1, 11: 2 }),
    process('cmd', 'wscript'),
    process('conhost', 'cmd'),
    process('notepad', 'explorer'),
  ];

  it('joins by parent and keeps the order of the answer', () => {
    const tree = buildProcessTree(chain, 'cmd');
    expect(ids(tree.rows)).toEqual(['explorer', 'wscript', 'cmd', 'conhost', 'notepad']);
    expect(tree.rows.map((node) => node.depth)).toEqual([0, 1, 2, 3, 1]);
    expect([...tree.path]).toEqual(['cmd', 'wscript', 'explorer']);
    expect(tree.origin?.id).toBe('cmd');
  });

  it('adds up descendants and their events', () => {
    const root = buildProcessTree(chain).byId.get('explorer');
    expect(root).toMatchObject({ descendants: 4, events: 1, eventsWithDescendants: 7 });
  });

  it('has several roots where parents are missing', () => {
    expect(ids(buildProcessTree([process('a', 'gone'), process('b')]).roots)).toEqual(['a', 'b']);
  });

  it('ends on self-parents and loops, and keeps every node', () => {
    const tree = buildProcessTree(
      [process('self', 'self'), process('a', 'b'), process('b', 'a'), process('c', 'b')],
      'c',
    );
    expect(ids(tree.rows).sort()).toEqual(['a', 'b', 'c', 'self']);
    expect(tree.path.has('c')).toBe(true);
  });

  it('conserves nodes and events on any graph', () => {
    const names = Array.from({ length: 12 }, (_, i) => `p${i}`);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.option(fc.constantFrom(...names), { nil: undefined })),
          { maxLength: 30 },
        ),
        (links) => {
          const tree = buildProcessTree(
            links.map(([id, parent]) => process(id, parent)),
            links[0]?.[0],
          );
          const distinct = new Set(links.map(([id]) => id)).size;
          expect(new Set(ids(tree.rows)).size).toBe(distinct);
          expect(tree.rows).toHaveLength(distinct);
          expect(tree.roots.reduce((sum, root) => sum + root.eventsWithDescendants, 0)).toBe(distinct);
          expect(tree.origin?.id).toBe(links[0]?.[0]);
        },
      ),
    );
  });

  it('takes a chain of 20,000 processes', () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) => process(`p${i}`, i > 0 ? `p${i - 1}` : undefined));
    expect(buildProcessTree(nodes, 'p19999').path.size).toBe(20_000);
  });
});
