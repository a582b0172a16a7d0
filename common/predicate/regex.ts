import { RE2JS, RE2JSSyntaxException } from 're2js';

export interface BadRegex {
  readonly problem: string;
}

/** A regular expression of RE2 syntax, tested in time linear to the text. Looks anywhere in the text. */
export function compileRegex(pattern: string, cased = false): ((text: string) => boolean) | BadRegex {
  try {
    const compiled = RE2JS.compile(pattern, cased ? 0 : RE2JS.CASE_INSENSITIVE);
    return (text) => compiled.test(text);
  } catch (error) {
    return { problem: describe(error, pattern) };
  }
}

/** Such as `missing closing ) at character 3: "(b"`. RE2 names the piece, not the place. */
function describe(error: unknown, pattern: string): string {
  if (!(error instanceof RE2JSSyntaxException)) return error instanceof Error ? error.message : String(error);
  const piece = (error.input ?? '').replace(/^\(\?i\)/, '');
  const at = piece ? pattern.indexOf(piece) : -1;
  return at < 0 ? error.error : `${error.error} at character ${at + 1}: "${piece}"`;
}
