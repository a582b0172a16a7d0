/** How much of a process is drawn. */
export type ZoomLevel = 'full' | 'compact' | 'dot';

const COMPACT_FROM = 0.35;
const FULL_FROM = 0.75;
/** A level is left only this far beyond its limit, so that it does not flicker at the limit. */
const HYSTERESIS = 0.05;

const levelAt = (scale: number): ZoomLevel =>
  scale >= FULL_FROM ? 'full' : scale >= COMPACT_FROM ? 'compact' : 'dot';

/** The level at `scale`, coming from `before`. */
export function zoomLevel(scale: number, before?: ZoomLevel): ZoomLevel {
  const now = levelAt(scale);
  if (before === undefined || now === before) return now;
  const stays = levelAt(scale + HYSTERESIS) === before || levelAt(scale - HYSTERESIS) === before;
  return stays ? before : now;
}
