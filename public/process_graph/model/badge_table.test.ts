import fc from 'fast-check';
import { EVENT_KINDS } from '../../../common/sysmon/event_kinds';
import { BADGES, badgesOf } from './badge_table';
import { sumOf } from './process_tree';

describe('badges', () => {
  it('stand in the fixed order', () => {
    expect(
      badgesOf({ 1: 1, 7: 40, 3: 2, 13: 5, 12: 1, 22: 1 }).map(({ code, count }) => `${code} ${count}`),
    ).toEqual(['NET 2', 'DNS 1', 'REG 6', 'DLL 40']);
  });

  it('cover every event that a process can have', () => {
    const covered = new Set(BADGES.flatMap(({ ids }) => ids));
    const acting = EVENT_KINDS.filter((kind) => 'actor' in kind && kind.id !== 1 && kind.id !== 5);
    expect(acting.filter(({ id }) => !covered.has(id))).toEqual([]);
  });

  it('have the codes of the event table', () => {
    for (const { code, ids } of BADGES)
      for (const id of ids) expect(EVENT_KINDS.find((kind) => kind.id === id)?.code).toBe(code);
  });

  it('count every event exactly once, also of ids to come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.integer({ min: 1, max: 40 }).map(String), fc.nat(1000)), (counts) => {
        const badges = badgesOf(counts).reduce((sum, { count }) => sum + count, 0);
        expect(badges + (counts['1'] ?? 0) + (counts['5'] ?? 0)).toBe(sumOf(counts));
      }),
    );
  });
});
