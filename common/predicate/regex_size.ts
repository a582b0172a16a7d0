const TOKEN =
  /\\[^]|\[(?:\^?\]?)(?:\\[^]|\[:[a-z^]+:\]|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|\(\?(?:P?<[^>]*>|[a-zA-Z-]*:?)|[^]/gu;

/**
 * About how many steps a regular expression has once its repetitions are written out: `(ab){10}` has 20. Time for a text is
 * steps times length, so this bounds it; RE2 itself only refuses a single repetition above 1,000.
 */
export function regexSize(pattern: string): number {
  /** Sizes of the groups that are open, from the outside in, and of the last piece in each. */
  const open = [{ size: 0, last: 0 }];
  const add = (size: number): void => {
    const group = open[open.length - 1];
    if (!group) return;
    group.size += size;
    group.last = size;
  };
  for (const match of pattern.matchAll(TOKEN)) {
    const [token, least, most] = match;
    if (token.startsWith('(')) open.push({ size: 0, last: 0 });
    else if (token === ')' && open.length > 1) add(open.pop()?.size ?? 0);
    else if (least !== undefined) repeat(open[open.length - 1], Math.max(Number(least), Number(most ?? 0)));
    else add(1);
  }
  return open.reduce((sum, group) => sum + group.size, 0);
}

function repeat(group: { size: number; last: number } | undefined, times: number): void {
  if (!group) return;
  const more = group.last * Math.max(times - 1, 0);
  group.size += more;
  group.last += more;
}
