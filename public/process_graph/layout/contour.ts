/**
 * The outline of a laid-out subtree: per level its topmost and bottommost y, deepest level first, so that a parent is added with
 * one push; moving it is one addition. Joining costs the levels that both have, which makes a whole layout O(n) (after van der
 * Ploeg, "Drawing non-layered tidy trees in linear time", with columns of equal width).
 */
export interface Contour {
  readonly top: number[];
  readonly bottom: number[];
  shift: number;
}

/** The node itself, and what stays free above it. */
interface Outline {
  readonly height: number;
  readonly above: number;
}

export const leafContour = ({ height, above }: Outline): Contour => ({
  top: [-height / 2 - above],
  bottom: [height / 2],
  shift: 0,
});

/** How far `lower` must move down so that it stays `gap` clear of `upper` on every level that both have. */
export function clearance(
  upper: Contour,
  { lower, gap }: { readonly lower: Contour; readonly gap: number },
): number {
  let needed = -Infinity;
  for (let level = 1; level <= Math.min(upper.bottom.length, lower.top.length); level += 1) {
    const end = (upper.bottom.at(-level) ?? 0) + upper.shift;
    const start = (lower.top.at(-level) ?? 0) + lower.shift;
    needed = Math.max(needed, end + gap - start);
  }
  return needed;
}

/** One outline around both; reuses the deeper one. */
export function joinContours(upper: Contour, lower: Contour): Contour {
  const deep = upper.top.length >= lower.top.length ? upper : lower;
  const flat = deep === upper ? lower : upper;
  for (let level = 1; level <= flat.top.length; level += 1) {
    const at = deep.top.length - level;
    const moved = flat.shift - deep.shift;
    deep.top[at] = Math.min(deep.top[at] ?? Infinity, (flat.top.at(-level) ?? 0) + moved);
    deep.bottom[at] = Math.max(deep.bottom[at] ?? -Infinity, (flat.bottom.at(-level) ?? 0) + moved);
  }
  return deep;
}

/** Adds the level of the parent, whose middle is y = 0. */
export function pushLevel(contour: Contour, { height, above }: Outline): Contour {
  contour.top.push(-height / 2 - above - contour.shift);
  contour.bottom.push(height / 2 - contour.shift);
  return contour;
}
