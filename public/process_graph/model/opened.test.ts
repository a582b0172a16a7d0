import type { LineageNode } from '../../../common/api/lineage';
import { openAll, openPathTo, readOpened, showMore, toggle, writeOpened } from './opened';
import { buildProcessTree } from './process_tree';
import { visibleTree, type VisibleNode } from './visible_tree';

const process = (id: string, parentId?: string): LineageNode => ({
  id,
  ...(parentId && { parentId }),
  known: 'recorded',
  counts: {},
});
const nodes = [
  process('o'),
  ...Array.from({ length: 120 }, (_, i) => process(`c${i}`, 'o')),
  process('deep', 'c110'),
  process('deeper', 'deep'),
  process('deepest', 'deeper'),
];
const tree = buildProcessTree(nodes, 'o');
const node = (id: string) => tree.byId.get(id) ?? fail(`no ${id}`);
const fail = (message: string): never => {
  throw new Error(message);
};
const drawn = (opened: ReadonlyMap<string, number>) => new Set(flat(visibleTree(tree, opened)));
const flat = (all: readonly VisibleNode[]): string[] => all.flatMap((one) => [one.id, ...flat(one.children)]);

describe('opened', () => {
  it('survives the URL', () => {
    const opened = new Map([
      ['9f32b55f-7c4e-5f98-0000-0010d8a55b01', 0],
      ['roots', 90],
    ]);
    expect(readOpened(writeOpened(opened))).toEqual(opened);
  });
  it('toggles: opens 50 at a time, closes', () => {
    expect(toggle(new Map(), { node: node('o'), shown: 0 }).get('o')).toBe(50);
    expect(toggle(new Map(), { node: node('c110'), shown: 0 }).get('c110')).toBe(1);
    expect(toggle(new Map(), { node: node('o'), shown: 12 }).get('o')).toBe(0);
  });
  it('shows 50 more', () => expect(showMore(new Map(), { owner: 'o', shown: 59 }).get('o')).toBe(109));
  it('opens everything below', () =>
    expect(drawn(openAll(new Map(), node('o')))).toEqual(new Set(nodes.map(({ id }) => id))));
  it('opens the way to a hidden process', () => {
    const visible = drawn(new Map());
    expect(visible.has('deepest')).toBe(false);
    expect(drawn(openPathTo(new Map(), { tree, node: node('deepest'), visible })).has('deepest')).toBe(true);
  });
  it('keeps at most 50 entries in a link, the latest', () => {
    const many = new Map(Array.from({ length: 70 }, (_, i) => [`n${i}`, i]));
    expect(writeOpened(many)).toHaveLength(50);
    expect(writeOpened(many).at(-1)).toBe('n69.69');
  });
});
