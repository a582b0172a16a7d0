import type { ActivityCounts } from '../../../common/api/lineage';

/** A badge sums up event ids of one kind of activity. */
export interface BadgeRow {
  readonly code: string;
  readonly ids: readonly number[];
}

/** In the order in which they are drawn: what says most comes first. Events 1 and 5 are the node itself. A new kind of activity is a row here. */
export const BADGES: readonly BadgeRow[] = [
  { code: 'INJ', ids: [8] },
  { code: 'ACC', ids: [10] },
  { code: 'TMP', ids: [25] },
  { code: 'NET', ids: [3] },
  { code: 'DNS', ids: [22] },
  { code: 'EXE', ids: [29] },
  { code: 'BLK', ids: [27] },
  { code: 'FIL', ids: [11] },
  { code: 'ADS', ids: [15] },
  { code: 'REG', ids: [12, 13, 14] },
  { code: 'WMI', ids: [19, 20, 21] },
  { code: 'PIP', ids: [17, 18] },
  { code: 'DLL', ids: [7] },
  { code: 'DRV', ids: [6] },
  { code: 'DEL', ids: [23, 26, 28] },
  { code: 'TIM', ids: [2] },
  { code: 'RAW', ids: [9] },
  { code: 'CLP', ids: [24] },
];

export interface Badge {
  readonly code: string;
  readonly ids: readonly number[];
  readonly count: number;
}

const KNOWN: ReadonlySet<number> = new Set([1, 5, ...BADGES.flatMap(({ ids }) => ids)]);

/** The badges of a process. Every event except 1 and 5 is in exactly one; ids that Sysmon may add later stand under their number. */
export function badgesOf(counts: ActivityCounts): readonly Badge[] {
  const sum = (ids: readonly number[]): number => ids.reduce((total, id) => total + (counts[id] ?? 0), 0);
  const unknown = Object.keys(counts)
    .map(Number)
    .filter((id) => !KNOWN.has(id))
    .map((id) => ({ code: String(id), ids: [id] }));
  return [...BADGES, ...unknown]
    .map(({ code, ids }) => ({ code, ids, count: sum(ids) }))
    .filter(({ count }) => count > 0);
}
