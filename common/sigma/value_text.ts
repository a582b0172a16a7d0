/** A piece of a Sigma value: plain text, `*` (any run of characters), `?` (exactly one). */
export type TextPart = { readonly text: string } | 'any' | 'one';

/**
 * Sigma's escapes: `\*`, `\?` and `\\` stand for the second character; any other backslash is a backslash, also the last one.
 * Values are kept as parts and never put together as text again: `\Users\` + `*` would be an escaped star.
 */
export function parseValueText(value: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let text = '';
  const flush = () => {
    if (text) parts.push({ text });
    text = '';
  };
  for (const [token] of value.matchAll(/\\[\\*?]|[^]/gu)) {
    if (token === '*' || token === '?') {
      flush();
      parts.push(token === '*' ? 'any' : 'one');
    } else text += token.length === 2 && token.startsWith('\\') ? token.slice(1) : token;
  }
  flush();
  return parts;
}

export const hasWildcard = (parts: readonly TextPart[]): boolean =>
  parts.some((part) => typeof part === 'string');

/** The text of parts without wildcards. */
export const plainText = (parts: readonly TextPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? '' : part.text)).join('');

/** The same as a Predicate's glob, where a backslash escapes `*`, `?` and itself. */
export const globOf = (parts: readonly TextPart[]): string =>
  parts
    .map((part) => (part === 'any' ? '*' : part === 'one' ? '?' : part.text.replace(/[\\*?]/g, '\\$&')))
    .join('');
