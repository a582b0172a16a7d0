import { quoted } from './problem';
import type { Position, Problems } from './problem';

/** What a rule's condition says about its selections. `position` points into the file. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'selection'; readonly name: string; readonly position: Position }
  | {
      readonly kind: 'of';
      readonly how: 'any' | 'all';
      readonly pattern: string;
      readonly position: Position;
    };

interface Token {
  readonly text: string;
  readonly position: Position;
}

const MAX_DEPTH = 30;
const TOKEN = /\s+|[()|]|[^\s()|]+/g;
const WORD = /^[A-Za-z0-9_*-]+$/;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'of']);

/**
 * Sigma's condition grammar; `or` binds loosest, then `and`, `not`, `1 of`. Undefined, with the reason among the problems,
 * when the text is none. `positionAt`: offset in the text -> place in the file.
 */
export function parseCondition(
  text: string,
  { positionAt, problems }: { positionAt: (offset: number) => Position; problems: Problems },
): Condition | undefined {
  const tokens = [...text.matchAll(TOKEN)]
    .filter(([token]) => token.trim() !== '')
    .map((match) => ({ text: match[0], position: positionAt(match.index) }));
  try {
    return new ConditionParser(tokens, positionAt(text.length)).parse();
  } catch (error) {
    if (!(error instanceof NoCondition)) throw error;
    problems.error(error.position, error.reason);
    return undefined;
  }
}

/** Ends the descent at the first mistake; never leaves this file. */
class NoCondition extends Error {
  constructor(
    readonly position: Position,
    readonly reason: string,
  ) {
    super(reason);
  }
}

class ConditionParser {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: Position,
  ) {}

  parse(): Condition {
    const condition = this.either(0);
    const rest = this.tokens[this.next];
    if (rest?.text === '|')
      throw new NoCondition(
        rest.position,
        'Aggregations after "|" were removed from Sigma; a correlation rule says the same.',
      );
    if (rest)
      throw new NoCondition(rest.position, `Expected "and", "or" or the end, found ${quoted(rest.text)}.`);
    return condition;
  }

  private either(depth: number): Condition {
    return this.chain('or', () => this.both(depth));
  }

  private both(depth: number): Condition {
    return this.chain('and', () => this.negation(depth));
  }

  private chain(kind: 'and' | 'or', part: () => Condition): Condition {
    const first = part();
    const of = [first];
    while (this.take(kind)) of.push(part());
    return of.length === 1 ? first : { kind, of };
  }

  private negation(depth: number): Condition {
    const token = this.tokens[this.next];
    if (depth > MAX_DEPTH)
      throw new NoCondition(
        token?.position ?? this.end,
        `The condition is nested more than ${MAX_DEPTH} levels deep.`,
      );
    if (this.take('not')) return { kind: 'not', of: this.negation(depth + 1) };
    if (!this.take('(')) return this.selection();
    const inner = this.either(depth + 1);
    if (!this.take(')')) throw new NoCondition(this.position(), 'Expected ")".');
    return inner;
  }

  private selection(): Condition {
    const { text, position } = this.word('a selection');
    if (this.tokens[this.next]?.text === 'of') return this.quantified({ text, position });
    if (text.includes('*'))
      throw new NoCondition(
        position,
        `A pattern such as ${quoted(text)} needs "1 of" or "all of" before it.`,
      );
    if (KEYWORDS.has(text)) throw new NoCondition(position, `Expected a selection, found ${quoted(text)}.`);
    return { kind: 'selection', name: text, position };
  }

  private quantified({ text, position }: Token): Condition {
    const how = text === '1' || text === 'any' ? 'any' : text === 'all' ? 'all' : undefined;
    if (how === undefined)
      throw new NoCondition(
        position,
        `Only "1 of", "any of" and "all of" exist, not ${quoted(`${text} of`)}.`,
      );
    this.next += 1;
    const pattern = this.word('"them" or a pattern');
    return { kind: 'of', how, pattern: pattern.text, position: pattern.position };
  }

  private word(expected: string): Token {
    const token = this.tokens[this.next];
    if (!token) throw new NoCondition(this.end, `Expected ${expected}, found the end.`);
    if (!WORD.test(token.text))
      throw new NoCondition(token.position, `Expected ${expected}, found ${quoted(token.text)}.`);
    this.next += 1;
    return token;
  }

  private take(text: string): boolean {
    const found = this.tokens[this.next]?.text === text;
    if (found) this.next += 1;
    return found;
  }

  private position(): Position {
    return this.tokens[this.next]?.position ?? this.end;
  }
}

/** Names that `pattern` stands for. Those with a leading underscore are left out unless the pattern has one too. */
export function namesFor(pattern: string, names: readonly string[]): readonly string[] {
  if (pattern === 'them') return names.filter((name) => !name.startsWith('_'));
  const pieces = pattern.split('*');
  return names.filter((name) => name.startsWith('_') === pattern.startsWith('_') && fits(name, pieces));
}

/** A pattern's fixed pieces in a name, without backtracking: hostile patterns are long. */
function fits(name: string, pieces: readonly string[]): boolean {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = name.indexOf(piece, at) + piece.length;
    if (at < piece.length) return false;
  }
  return at <= name.length - last.length;
}
