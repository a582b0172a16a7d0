/** 8,412: by locale, exact. */
export const formatCount = (value: number, locale: string): string => value.toLocaleString(locale);

const UNITS = [
  { from: 1e9, sign: 'B' },
  { from: 1e6, sign: 'M' },
  { from: 1e3, sign: 'k' },
] as const;

/** 999, 1.2k, 27k, 1.1M: for badges, where the exact number stands beside it. Rounds down, so that it never says more than there is. */
export function compactCount(value: number): string {
  const unit = UNITS.find(({ from }) => value >= from);
  if (!unit) return String(value);
  const scaled = value / unit.from;
  return `${scaled < 10 ? Math.floor(scaled * 10) / 10 : Math.floor(scaled)}${unit.sign}`;
}
