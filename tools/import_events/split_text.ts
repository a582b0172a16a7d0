/** Cuts a text that comes in pieces into the texts of its records. */
export interface Splitter {
  /** Records that this piece completes. */
  push(piece: string): Iterable<Cut>;
  /** What is left at the end. */
  end(): Iterable<Cut>;
}

/** The text of one record, and what is known to be wrong with it. */
export interface Cut {
  readonly position: number;
  readonly text: string;
  readonly wrong?: string;
}

/** A record longer than this is no event; memory stays bounded. */
export const MAX_RECORD_CHARS = 16 * 1024 * 1024;
const tooLong = (position: number, text: string): Cut => ({
  position,
  text: text.slice(0, 1000),
  wrong: 'longer than 16 MB',
});

/** One record a line. A broken line spoils only itself. Empty lines count as positions and are no records. */
export function lineSplitter(): Splitter {
  let rest = '';
  let skipping = false;
  let position = 0;
  const cut = (text: string): Cut[] => {
    position += 1;
    if (skipping) {
      skipping = false;
      return [];
    }
    if (text.trim() === '') return [];
    return [text.length > MAX_RECORD_CHARS ? tooLong(position, text) : { position, text }];
  };
  return {
    *push(piece) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield* cut(line);
      if (rest.length <= MAX_RECORD_CHARS) return;
      if (!skipping) yield tooLong(position + 1, rest);
      skipping = true;
      rest = '';
    },
    *end() {
      if (rest !== '' || skipping) yield* cut(rest);
    },
  };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** White space, commas and brackets between the objects of arrays. */
const BETWEEN = /^[\s,[\]\u001e]*$/;

/** Objects of an array, of several arrays, or one after the other, on as many lines as they like. */
export function objectSplitter(): Splitter {
  let text = '';
  let at = 0;
  let start = 0; // of the present object, or of what stands between two
  let depth = 0;
  let in_string = false;
  let position = 0;

  const between = (until: number): Cut[] => {
    const found = text.slice(start, until);
    start = until;
    return BETWEEN.test(found) ? [] : [{ position: (position += 1), text: found.trim(), wrong: 'not JSON' }];
  };
  function* scan(): Iterable<Cut> {
    for (; at < text.length; at += 1) {
      const char = text.charCodeAt(at);
      if (in_string) {
        if (char === BACKSLASH) at += 1;
        else if (char === QUOTE) in_string = false;
      } else if (char === QUOTE) in_string = depth > 0;
      else if (char === OPEN) {
        if (depth === 0) yield* between(at);
        depth += 1;
      } else if (char === CLOSE && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        yield { position: (position += 1), text: text.slice(start, at + 1) };
        start = at + 1;
      }
    }
  }
  return {
    *push(piece) {
      text += piece;
      yield* scan();
      text = text.slice(start);
      at -= start;
      start = 0;
      if (text.length <= MAX_RECORD_CHARS) return;
      yield tooLong((position += 1), text);
      [text, at, depth, in_string] = ['', 0, 0, false];
    },
    *end() {
      if (depth === 0) yield* between(text.length);
      else yield { position: (position += 1), text, wrong: 'not JSON: it ends too early' };
    },
  };
}
