import fc from 'fast-check';
import { layoutTree, type LayoutInput } from '../layout/layout_tree';
import { hopAt, isHopInView, placeHops } from './hop_route';

const node = (id: string, ...children: LayoutInput[]): LayoutInput => ({ kind: 'process', id, children });
const layoutOf = (...roots: LayoutInput[]) => layoutTree(roots, { straight: new Set(['a', 'b', 'c']) });
const edge = (from: string, to: string) => ({ id: `${from} ${to}`, from, to, hops: [] });

const drawn = (...edges: ReturnType<typeof edge>[]) => ({ edges, laneOf: new Map<string, number>() });

describe('the line of a file hop', () => {
  const layout = layoutOf(node('a', node('x', node('y')), node('b', node('c'))), node('far'));
  const pairs = ['a', 'b', 'c', 'x', 'y', 'far'].flatMap((from, _, all) =>
    all.filter((to) => to !== from).map((to) => edge(from, to)),
  );

  it.each(pairs)('of $id leaves the one card and reaches the other, at right angles', (one) => {
    const [hop] = placeHops(drawn(one), layout);
    const [from, to] = [layout.byId.get(one.from), layout.byId.get(one.to)];
    const [start, turn, last, end] = hop?.line ?? [];
    if (!from || !to || !start || !turn || !last || !end) throw new Error('not placed');
    for (const [point, box] of [
      [start, from],
      [end, to],
    ] as const) {
      expect([box.y, box.y + box.height]).toContain(point.y);
      expect(point.x).toBeGreaterThan(box.x);
      expect(point.x).toBeLessThan(box.x + box.width);
    }
    expect([turn.x, last.x, turn.y]).toEqual([start.x, end.x, last.y]);
    expect(last.y).not.toBe(end.y);
    for (const placed of layout.byId.values())
      expect(last.y > placed.y && last.y < placed.y + placed.height && placed.column === to.column).toBe(
        false,
      );
  });

  it('is found on the line and nowhere else, and only where both ends are drawn', () => {
    const hops = placeHops(drawn(edge('a', 'c'), edge('a', 'gone')), layout);
    expect(hops).toHaveLength(1);
    const [hop] = hops;
    if (!hop) throw new Error('not placed');
    expect(hopAt(hops, { at: hop.label, near: 2 })).toBe(hop);
    expect(hopAt(hops, { at: { x: hop.label.x, y: hop.label.y - 30 }, near: 2 })).toBeUndefined();
  });

  it('is in view whenever one of its points is', () =>
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.integer({ min: 0, max: 500 }), (i, away) => {
        const [hop] = placeHops(drawn(edge('y', 'b')), layout);
        const point = hop?.line[i];
        if (!hop || !point) throw new Error('not placed');
        const view = { x: point.x - away, y: point.y - away, width: away, height: away };
        expect(isHopInView(hop, view)).toBe(true);
        expect(isHopInView(hop, { x: 1e6, y: 1e6, width: 10, height: 10 })).toBe(false);
      }),
    ));
});
