/**
 * Characters that are not seen, or that change how their neighbours are seen: control, format (bidi, zero width, soft hyphen),
 * lone surrogates, line and paragraph separators, every space but U+0020 and U+3000, and letters that Unicode draws as nothing.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\uffa0]/gu;

/** Text of a log as it may stand on the screen: what could hide or reorder other characters is written out, `[U+202E]`; line ends as ⏎. */
export const visibleText = (text: string): string =>
  text
    .replaceAll('\r\n', '⏎')
    .replace(UNSEEN, (character) => (character === '\n' ? '⏎' : codePointName(character)));

const codePointName = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
