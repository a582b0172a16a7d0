import type { LineageNode } from '../../common/api/lineage';
import { LINEAGE } from '../testing/fixtures';
import { shortLineage } from './short_lineage';

const node = (id: string, parentId?: string): LineageNode => ({
  id,
  ...(parentId && { parentId }),
  known: 'recorded',
  counts: {},
});

/** p0 > p1 > ... > p(depth) = the origin, with children c0 ... */
function lineage(depth: number, children: number) {
  const chain = Array.from({ length: depth + 1 }, (_, i) => node(`p${i}`, i ? `p${i - 1}` : undefined));
  const below = Array.from({ length: children }, (_, i) => node(`c${i}`, `p${depth}`));
  return shortLineage({ ...LINEAGE, origin: `p${depth}`, nodes: [...chain, ...below] });
}
const names = (nodes: readonly { id: string }[] | undefined) => nodes?.map(({ id }) => id);

test.each([
  [0, 0, [], 0, [], 0],
  [8, 5, ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'], 0, ['c0', 'c1', 'c2', 'c3', 'c4'], 0],
  [10, 7, ['p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'], 2, ['c0', 'c1', 'c2', 'c3', 'c4'], 2],
])('%i ancestors, %i children', (depth, count, ancestors, moreAncestors, children, moreChildren) => {
  const short = lineage(depth, count);
  expect(names(short?.ancestors)).toEqual(ancestors);
  expect(names(short?.children)).toEqual(children);
  expect(short).toMatchObject({ origin: { id: `p${depth}` }, moreAncestors, moreChildren });
});

test('an answer without its own origin has no short form', () => {
  expect(shortLineage({ ...LINEAGE, nodes: [] })).toBeUndefined();
});
