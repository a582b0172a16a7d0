/** Code points as ranges, sorted and apart. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export const MAX_POINT = 0x10ffff;
const LAST_ASCII = 0x7f;
/** What RE2 counts as the same letter beyond A to Z. */
const FOLDED_TO_ASCII = new Map([
  [0x6b, 0x212a],
  [0x73, 0x17f],
]);

export const DIGITS: Ranges = [[0x30, 0x39]];
export const WORD: Ranges = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
export const SPACE: Ranges = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];
export const ANY: Ranges = [[0, MAX_POINT]];
export const NOT_NEWLINE: Ranges = [
  [0, 0x09],
  [0x0b, MAX_POINT],
];

export function merged(ranges: Ranges): Ranges {
  const out: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export function complement(ranges: Ranges): Ranges {
  const out: [number, number][] = [];
  let next = 0;
  for (const [from, to] of merged(ranges)) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= MAX_POINT) out.push([next, MAX_POINT]);
  return out;
}

/** With the other case of ASCII letters. Undefined where some other letters with case are among them, and some not. */
export function foldedAscii(ranges: Ranges): Ranges | undefined {
  const beyond = ranges
    .filter(([, to]) => to > LAST_ASCII)
    .map(([from, to]) => [Math.max(from, 0x80), to] as const);
  if (!beyond.every(([from, to]) => isCaseless(from, to)) && !leavesOutNoCase(ranges)) return undefined;
  const more: [number, number][] = [];
  for (const [from, to] of ranges)
    for (let point = from; point <= Math.min(to, LAST_ASCII); point++) more.push(...otherCases(point));
  return merged([...ranges, ...more]);
}

/** All letters beyond ASCII are in, but for those that fold to ASCII. */
const leavesOutNoCase = (ranges: Ranges): boolean =>
  complement(ranges)
    .filter(([, to]) => to > LAST_ASCII)
    .every(([from, to]) => from === to && [...FOLDED_TO_ASCII.values()].includes(from));

function otherCases(point: number): [number, number][] {
  const lower = point | 0x20;
  if (lower < 0x61 || lower > 0x7a) return [];
  const extra = FOLDED_TO_ASCII.get(lower);
  return [[point ^ 0x20, point ^ 0x20], ...(extra === undefined ? [] : [[extra, extra] as [number, number]])];
}

function isCaseless(from: number, to: number): boolean {
  if (to - from > 0x1000) return false;
  for (let point = from; point <= to; point++) {
    const text = String.fromCodePoint(point);
    if (text.toLowerCase() !== text || text.toUpperCase() !== text) return false;
  }
  return true;
}

/** As a character class of Lucene. */
export function classText(ranges: Ranges): string {
  if (ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === MAX_POINT) return '.';
  const [only] = ranges;
  if (ranges.length === 1 && only && only[0] === only[1]) return pointText(only[0]);
  return `[${ranges.flatMap(withPlainEnds).map(rangeText).join('')}]`;
}

const rangeText = ([from, to]: readonly [number, number]): string =>
  from === to ? pointText(from) : `${pointText(from)}-${pointText(to)}`;

const isSign = (point: number): boolean =>
  point > 0x20 && point < LAST_ASCII && !/[0-9A-Za-z]/.test(String.fromCodePoint(point));

/** Lucene 10 misreads ranges that begin with an escaped sign, so signs at their ends stand alone. */
function withPlainEnds([from, to]: readonly [number, number]): (readonly [number, number])[] {
  const single = (point: number) => [point, point] as const;
  if (from > to) return [];
  if (isSign(from)) return [single(from), ...withPlainEnds([from + 1, to])];
  return isSign(to) ? [...withPlainEnds([from, to - 1]), single(to)] : [[from, to]];
}

/** Lucene takes a backslash before anything but letters and digits, which would name classes. */
export function pointText(point: number): string {
  const text = String.fromCodePoint(point);
  return isSign(point) ? `\\${text}` : text;
}
