const ASCII = /^[\0-\x7f]*$/;

/**
 * Text in the form in which two texts that differ only in case are equal. One code point stays one code point, and ASCII
 * letters fold only among themselves, as in the upper-case table of Windows (its "K" has no Kelvin sign).
 */
export function foldCase(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : Array.from(text, foldPoint).join('');
}

function foldPoint(point: string): string {
  const lower = point.toLowerCase();
  if (ASCII.test(point)) return lower;
  return lower.length === point.length && !ASCII.test(lower) ? lower : point;
}

/** Whether another code point may fold to the same; Elasticsearch's `case_insensitive` knows ASCII letters only. */
export const hasNonAsciiCase = (point: string): boolean =>
  !ASCII.test(point) && (point.toLowerCase() !== point || point.toUpperCase() !== point);
