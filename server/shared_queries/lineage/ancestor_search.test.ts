import { BASE, HOST, keyOf } from '../../../test/lineage/made_events';
import { searchAncestors } from './ancestor_search';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (days: number): number => BASE + days * DAY;
const key = (n: number, days: number): string => keyOf(n, at(days));
const ranges = (questions: readonly { range?: { from: number; to: number } }[]) =>
  questions.map(({ range }) => range);

it('asks by GUID twice, each within a day of the start that it carries, then for all starts before', () => {
  const search = searchAncestors({ host: HOST });
  expect(ranges(search.next([key(1, 0)]))).toEqual([{ from: at(-1), to: at(1) }]);
  expect(ranges(search.next([key(2, -3)]))).toEqual([{ from: at(-4), to: at(-2) }]);
  const last = search.next([key(3, -9)]);
  expect(ranges(last)).toEqual([{ from: 0, to: at(-8) }]);
  expect(search.next([key(4, -20)])).toEqual([]);
});

it('asks for nothing twice, and for nothing when nothing is missing', () => {
  const search = searchAncestors({ host: HOST });
  expect(search.next([])).toEqual([]);
  expect(search.next([key(1, 0)])).toHaveLength(1);
  expect(search.next([key(1, 0)])).toEqual([]);
});

it('asks near days together, far days apart, and GUIDs without a time for all time', () => {
  const search = searchAncestors({ host: HOST });
  const undated = '3f2c91aa-0000-0000-0000-000000000001';
  const starts = search.next([key(1, 0), key(2, 1), key(3, 40), undated]);
  expect(ranges(starts)).toEqual([{ from: at(-1), to: at(2) }, { from: at(39), to: at(41) }, undefined]);
});

it('asks hundreds of far days as one range', () => {
  const keys = Array.from({ length: 300 }, (_, n) => key(n, n * 3));
  expect(ranges(searchAncestors({ host: HOST }).next(keys))[0]).toEqual({ from: at(-1), to: at(898) });
  expect(searchAncestors({ host: HOST }).next(keys)).toHaveLength(1);
});

it('asks only for what may lie outside a range that is known, an hour of clock difference included', () => {
  const search = searchAncestors({ host: HOST, covered: { from: at(0), to: at(2) } });
  expect(search.next([key(1, 1), keyOf(2, at(0) + HOUR), keyOf(3, at(2) - HOUR - 1000)])).toEqual([]);
  expect(search.next([keyOf(4, at(0) + HOUR - 1000)])).toHaveLength(1);
  expect(search.next([keyOf(5, at(2) - HOUR)])).toHaveLength(1);
});
