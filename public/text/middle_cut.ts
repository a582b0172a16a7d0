const CUT = '…';

/** The longest form of `text` that `fits`: the text itself, or its start and end around `…`. Never splits a surrogate pair. */
export function cutToFit(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text;
  const letters = Array.from(text.length > 4000 ? text.slice(0, 2000) + text.slice(-2000) : text);
  let low = 0;
  let high = letters.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(keepEnds(letters, middle))) low = middle;
    else high = middle - 1;
  }
  return keepEnds(letters, low);
}

/** Start and end of a text of more than `max` characters around `…`: the end of a command line or path tells as much as its start. */
export const middleCut = (text: string, max: number): string =>
  cutToFit(text, (candidate) => candidate.length <= max);

function keepEnds(letters: readonly string[], kept: number): string {
  const head = Math.ceil(kept / 2);
  return letters.slice(0, head).join('') + CUT + letters.slice(letters.length - (kept - head)).join('');
}

/** The last part of a Windows (or other) path: the name of the program. */
export const fileName = (path: string): string => path.split(/[\\/]/).filter(Boolean).pop() ?? path;

/** A path with drive and last two parts kept: `C:\Users\…\Local\TempNcF88.eXe`. */
export function middlePath(path: string, max: number): string {
  if (path.length <= max) return path;
  const parts = path.split('\\');
  if (parts.length < 5) return middleCut(path, max);
  const [drive, first] = parts;
  const short = `${drive}\\${first}\\${CUT}\\${parts.slice(-2).join('\\')}`;
  return short.length <= max ? short : middleCut(short, max);
}
