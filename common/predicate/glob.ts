/** A piece of a glob: plain text, any run of characters, or exactly one character. */
export type GlobPart = { readonly text: string } | 'any' | 'one';

/** A backslash makes the `*`, `?` or backslash after it plain; before anything else it is a backslash. */
export function parseGlob(glob: string): readonly GlobPart[] {
  const parts: GlobPart[] = [];
  let text = '';
  const flush = () => {
    if (text) parts.push({ text });
    text = '';
  };
  for (const [token] of glob.matchAll(/\\[\\*?]|[^]/gu)) {
    if (token === '*' || token === '?') {
      flush();
      parts.push(token === '*' ? 'any' : 'one');
    } else text += token.length === 2 && token.startsWith('\\') ? token.slice(1) : token;
  }
  flush();
  return parts;
}

/** The same as a regular expression of RE2 syntax over the whole text. */
export const globRegex = (glob: string): string => `^(?s:${parseGlob(glob).map(regexPart).join('')})\\z`;

const regexPart = (part: GlobPart): string =>
  part === 'any' ? '.*' : part === 'one' ? '.' : part.text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
