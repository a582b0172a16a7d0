/** Whether a concrete index (`remote:logs-1`) is meant by a pattern (`*:logs-*`); patterns know `*` only. */
export function matchesPattern(index: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(index);
}
