import { hasNonAsciiCase } from '../../common/predicate/fold_case';
import type { GlobPart } from '../../common/predicate/glob';

/** A wildcard of Elasticsearch; `exact: false` where characters had to be left open. */
export interface WildcardText {
  readonly text: string;
  readonly exact: boolean;
}

/** Longer values are cut for patterns, since Lucene refuses automata of more than 1,000 levels; what is cut is checked in memory. */
export const MAX_PATTERN_CHARS = 500;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Parts of a glob as a wildcard: hostile values never become patterns. `case_insensitive` knows ASCII letters only, so other
 * letters with case, and halves of surrogate pairs (which Lucene replaces), are left open as `?`.
 */
export function wildcardText(parts: readonly GlobPart[], cased = false): WildcardText {
  let exact = true;
  let length = 0;
  const pieces: string[] = [];
  for (const part of parts) {
    if (length >= MAX_PATTERN_CHARS) return { text: `${pieces.join('')}*`, exact: false };
    if (typeof part === 'string') pieces.push(part === 'any' ? '*' : '?');
    else {
      for (const point of part.text) {
        if (++length > MAX_PATTERN_CHARS) return { text: `${pieces.join('')}*`, exact: false };
        const open = LONE_SURROGATE.test(point) || (!cased && hasNonAsciiCase(point));
        if (open) exact = false;
        pieces.push(open ? '?' : point.replace(/[\\*?]/, '\\$&'));
      }
    }
  }
  return { text: pieces.join(''), exact };
}

/** Whether `case_insensitive` of Elasticsearch compares this text as we do. */
export const isPlainText = (text: string): boolean =>
  text.length <= MAX_PATTERN_CHARS && !LONE_SURROGATE.test(text) && !Array.from(text).some(hasNonAsciiCase);
