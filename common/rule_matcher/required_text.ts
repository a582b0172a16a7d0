import { parseGlob } from '../predicate/glob';
import { foldCase } from '../predicate/fold_case';
import type { TextCondition } from '../predicate/predicate';

/**
 * A piece of text that every value fitting a pattern holds once both are folded; undefined when none is certain.
 * The pattern itself is only asked of values that hold it.
 */
export function requiredText({
  kind,
  value,
  cased,
}: Pick<TextCondition, 'kind' | 'value' | 'cased'>): string | undefined {
  const pieces =
    kind === 'glob' ? globPieces(value) : kind === 'regex' ? regexPieces(value, cased === true) : [value];
  // Half of a surrogate pair may fold differently from the whole.
  const certain = pieces.map(foldCase).filter((piece) => piece !== '' && !/\p{Surrogate}/u.test(piece));
  return certain.reduce<string | undefined>(
    (longest, piece) => (piece.length > (longest?.length ?? 0) ? piece : longest),
    undefined,
  );
}

const globPieces = (glob: string): readonly string[] =>
  parseGlob(glob).flatMap((part) => (typeof part === 'string' ? [] : [part.text]));

const CLASSES = 'dDsSwWbBAz';
/** Flags are a token of their own: a quantifier behind them is about what stands before them. */
const FLAGS = /^\(\?[a-zA-Z-]+\)$/;
const TOKEN = /\(\?[a-zA-Z-]+\)|\\[^]|\[(?:\^?\]?)(?:\\[^]|\[:[a-z^]+:\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[^]/gu;

/** Runs of plain characters at the top level of a regular expression. Whatever is not understood here gives none. */
function regexPieces(pattern: string, cased: boolean): readonly string[] {
  const tokens = [...pattern.matchAll(TOKEN)].map(([token]) => token);
  const pieces = new RegexPieces();
  if (FLAGS.test(tokens[0] ?? '')) tokens.shift();
  for (const token of tokens) if (!pieces.take(token)) return [];
  const found = pieces.end();
  // Case-insensitive RE2 lets k fit the Kelvin sign and s the long s, which do not fold to them here.
  return cased && !pattern.includes('(?')
    ? found
    : found.flatMap((piece) => piece.split(/[kKsS]|[^\0-\x7f]/));
}

class RegexPieces {
  private readonly pieces: string[] = [];
  private piece = '';
  private depth = 0;

  /** False: not understood. */
  take(token: string): boolean {
    if (token === '(' || token === ')') return this.nest(token === '(' ? 1 : -1);
    if (this.depth > 0) return !token.startsWith('\\Q');
    if (token === '|' || token === '\\Q' || FLAGS.test(token)) return false;
    if (/^([*?]|\{0)/.test(token)) this.dropLast();
    else if (/^[+{.[^$]/.test(token)) this.cut();
    else return this.plain(token);
    return true;
  }

  end(): readonly string[] {
    this.cut();
    return this.pieces;
  }

  private nest(step: number): boolean {
    this.cut();
    this.depth += step;
    return this.depth >= 0;
  }

  private plain(token: string): boolean {
    const [first, second = ''] = token;
    if (first !== '\\' || token.length < 2) this.piece += token;
    else if (CLASSES.includes(second)) this.cut();
    else if (/[\p{L}\p{N}]/u.test(second)) return false;
    else this.piece += token.slice(1);
    return true;
  }

  private dropLast(): void {
    this.piece = Array.from(this.piece).slice(0, -1).join('');
    this.cut();
  }

  private cut(): void {
    if (this.piece) this.pieces.push(this.piece);
    this.piece = '';
  }
}
