/** A path begins with a drive or a share, and not in the middle of a word. */
const START = /(?<![A-Za-z0-9])[A-Za-z]:[\\/]|(?<!\\)\\\\[^\\/:*?"<>|\s]+\\/g;
/** No file name of Windows holds these. */
const NEVER_INSIDE = /["<>|*?\r\n\t]/;
/** A path may end before these: they part words, or stand between a file and what is wanted of it. */
const MAY_END = /[\s,;:'`)(\]}&=^%+@]/;
/** Longer ones are not looked for. Windows itself stops at 260 unless a program asks for more. */
const MAX_PATH = 1024;
const MAX_ENDS = 48;

/**
 * Every text that may be a full path in a command line, as written. Names may hold spaces and commas, so a path without quotes
 * has several possible ends; which of them is a file only a written file can tell.
 */
export function pathsInText(text: string): string[] {
  const found = new Set<string>();
  for (const { index } of text.matchAll(START)) {
    const quote = text[index - 1] === '"' || text[index - 1] === "'" ? text[index - 1] : undefined;
    for (const path of pathsAt(text.slice(index, index + MAX_PATH), quote)) found.add(path);
  }
  return [...found];
}

function pathsAt(rest: string, quote: string | undefined): string[] {
  const end = endOf(rest, quote);
  const paths: string[] = [];
  for (let at = 4; at < end && paths.length < MAX_ENDS; at += 1) {
    if (MAY_END.test(rest.charAt(at))) paths.push(rest.slice(0, at));
  }
  return [...paths, rest.slice(0, end)].filter((path) => path.length > 3 && !/[\\/]$/.test(path));
}

function endOf(rest: string, quote: string | undefined): number {
  const never = rest.search(NEVER_INSIDE);
  const closing = quote === undefined ? -1 : rest.indexOf(quote);
  return Math.min(...[never, closing].filter((at) => at >= 0), rest.length);
}
