import {
  ANY,
  classText,
  complement,
  DIGITS,
  foldedAscii,
  merged,
  NOT_NEWLINE,
  SPACE,
  WORD,
} from './char_class';
import type { Ranges } from './char_class';

/** A regular expression of Lucene over the whole value; `exact: false`: it fits more than the RE2 one. */
export interface LuceneRegexp {
  readonly text: string;
  readonly exact: boolean;
}

/** Elasticsearch refuses longer ones (index.max_regex_length). */
const MAX_LENGTH = 1_000;
const NAMED: Readonly<Record<string, Ranges>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORD,
  W: complement(WORD),
  s: SPACE,
  S: complement(SPACE),
};
const CONTROL: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, a: 7 };

/** What this reader does not know; the caller then asks for less. */
class Unknown extends Error {}

/**
 * An unanchored RE2 expression, sound and without case unless `cased`, as one of Lucene. Undefined where it has no counterpart
 * at all. Case is spelt out as classes: what `case_insensitive` means differs between versions of Lucene.
 */
export function luceneRegexp(pattern: string, cased = false): LuceneRegexp | undefined {
  try {
    const translated = new Translator(pattern, cased).whole();
    return translated.text.length > MAX_LENGTH ? undefined : translated;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

class Translator {
  private readonly points: readonly string[];
  private at = 0;
  private exact = true;
  private dot_all = false;

  constructor(
    pattern: string,
    private cased: boolean,
  ) {
    this.points = Array.from(pattern);
  }

  whole(): LuceneRegexp {
    this.leadingFlags();
    const text = this.alternatives(true);
    if (this.at < this.points.length) throw new Unknown();
    return { text, exact: this.exact };
  }

  /** `(?i)^a`: the flags come before the anchor. */
  private leadingFlags(): void {
    while (/^\(\?[is-]+\)/.test(this.points.slice(this.at, this.at + 8).join(''))) {
      this.at += 2;
      this.groupHead();
    }
  }

  private alternatives(is_top: boolean): string {
    const branches = [this.branch(is_top)];
    while (this.take('|')) branches.push(this.branch(is_top));
    return branches.length === 1 ? (branches[0] ?? '()') : branches.join('|');
  }

  /** Only anchors at the ends of a whole branch can be said; others are left out, which fits more. */
  private branch(is_top: boolean): string {
    const starts = is_top && this.takeAnchor('^', 'A');
    if (starts && this.quantifier() !== undefined) throw new Unknown();
    let text = '';
    let ends = false;
    while (this.at < this.points.length && this.peek() !== '|' && this.peek() !== ')') {
      if (this.takeAnchor('$', 'z')) {
        ends = is_top && (this.at === this.points.length || this.peek() === '|');
        if (!ends) this.dropAssertion();
      } else if (this.takeAnchor('^', 'A') || this.takeEscape('b') || this.takeEscape('B'))
        this.dropAssertion();
      else text += this.repeated();
    }
    if (!is_top) return text === '' ? '()' : text;
    const inner = `${starts ? '' : '.*'}${text}${ends ? '' : '.*'}`;
    return inner === '' ? '()' : inner;
  }

  private dropAssertion(): void {
    if (this.quantifier() !== undefined) throw new Unknown();
    this.exact = false;
  }

  private repeated(): string {
    let atom = this.atom();
    for (let count = this.quantifier(); count !== undefined; count = this.quantifier()) {
      atom = `(${atom})${count}`;
      this.take('?');
    }
    return atom;
  }

  private quantifier(): string | undefined {
    const next = this.peek();
    if (next === '*' || next === '+' || next === '?') {
      this.at++;
      return next;
    }
    const found =
      next === '{' ? /^\{\d+(,\d*)?\}/.exec(this.points.slice(this.at, this.at + 16).join('')) : null;
    if (!found) return undefined;
    this.at += found[0].length;
    return found[0];
  }

  private atom(): string {
    const point = this.next();
    switch (point) {
      case '(':
        return this.group();
      case '[':
        return classText(merged(this.charClass()));
      case '.':
        return classText(this.dot_all ? ANY : NOT_NEWLINE);
      case '\\':
        return this.set(this.escape());
      default:
        return this.set(one(point));
    }
  }

  private group(): string {
    const [cased, dot_all] = [this.cased, this.dot_all];
    if (this.take('?') && !this.groupHead()) return '';
    const inner = this.alternatives(false);
    if (!this.take(')')) throw new Unknown();
    [this.cased, this.dot_all] = [cased, dot_all];
    return `(${inner})`;
  }

  /** Behind `(?`: a name, or flags. False when the flags hold for the rest of the enclosing group, which has no body of its own. */
  private groupHead(): boolean {
    const rest = this.points.slice(this.at, this.at + 64).join('');
    const name = /^P?<\w+>/.exec(rest)?.[0];
    if (name !== undefined) {
      this.at += name.length;
      return true;
    }
    const [all = '', on = '', off = '', end] = /^([is]*)(-[is]+)?([:)])/.exec(rest) ?? [];
    if (all === '') throw new Unknown();
    this.at += all.length;
    if (on.includes('i')) this.cased = false;
    if (off.includes('i')) this.cased = true;
    if (/s/.test(on + off)) this.dot_all = on.includes('s');
    return end === ':';
  }

  private charClass(): Ranges {
    const negated = this.take('^');
    const ranges: (readonly [number, number])[] = [];
    let first = true;
    while (first || this.peek() !== ']') {
      first = false;
      if (this.peek() === '[' && this.points[this.at + 1] === ':') throw new Unknown();
      ranges.push(...this.classItem());
    }
    this.at++;
    const all = this.cased ? ranges : this.folded(ranges, negated ? [] : ANY);
    return negated ? complement(all) : all;
  }

  private classItem(): Ranges {
    const from = this.classPoint();
    const is_range = this.peek() === '-' && this.points[this.at + 1] !== ']' && single(from) !== undefined;
    if (!is_range) return from;
    this.at++;
    const low = single(from);
    const high = single(this.classPoint());
    if (low === undefined || high === undefined || high < low) throw new Unknown();
    return [[low, high]];
  }

  private classPoint(): Ranges {
    const point = this.next();
    return point === '\\' ? this.escape() : one(point);
  }

  private escape(): Ranges {
    const letter = this.next();
    // RE2 adds the other case first and then takes all but that.
    if (letter === 'W' && !this.cased) return complement(this.folded(WORD, []));
    const named = NAMED[letter];
    if (named) return named;
    const control = CONTROL[letter];
    if (control !== undefined) return [[control, control]];
    if (letter === 'x') return this.hex();
    if (/[0-9A-Za-z]/.test(letter)) throw new Unknown();
    return one(letter);
  }

  private hex(): Ranges {
    const rest = this.points.slice(this.at, this.at + 10).join('');
    const found = /^(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/.exec(rest);
    if (!found) throw new Unknown();
    this.at += found[0].length;
    const point = Number.parseInt(found[1] ?? found[2] ?? '', 16);
    return [[point, point]];
  }

  private set(ranges: Ranges): string {
    return classText(this.cased ? merged(ranges) : this.folded(ranges, ANY));
  }

  /** `otherwise` where letters beyond ASCII have a case of their own. */
  private folded(ranges: Ranges, otherwise: Ranges): Ranges {
    const folded = foldedAscii(merged(ranges));
    if (!folded) this.exact = false;
    return folded ?? otherwise;
  }

  private takeAnchor(sign: string, letter: string): boolean {
    return this.take(sign) || this.takeEscape(letter);
  }

  private takeEscape(letter: string): boolean {
    if (this.peek() !== '\\' || this.points[this.at + 1] !== letter) return false;
    this.at += 2;
    return true;
  }

  private take(point: string): boolean {
    if (this.peek() !== point) return false;
    this.at++;
    return true;
  }

  private peek(): string | undefined {
    return this.points[this.at];
  }

  private next(): string {
    const point = this.points[this.at++];
    if (point === undefined) throw new Unknown();
    return point;
  }
}

function one(point: string): Ranges {
  const code = point.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) throw new Unknown();
  return [[code, code]];
}

const single = (ranges: Ranges): number | undefined =>
  ranges.length === 1 && ranges[0]?.[0] === ranges[0]?.[1] ? ranges[0]?.[0] : undefined;
