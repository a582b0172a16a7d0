import type { TextPart } from './value_text';

/** Windows programs take all of these before an option: hyphen, slash, en dash, em dash, horizontal bar. */
const DASHES = ['-', '/', '\u2013', '\u2014', '\u2015'];
/** A dash or slash that starts an option: a word behind it and none before it. */
const OPTION = /(?<![\p{L}\p{N}_])[-/](?=[\p{L}\p{N}_])/gu;
/** Five forms an option: four options are 625 values. */
const MAX_OPTIONS = 4;

/** Every spelling of a value's options (Sigma's windash); undefined when there are too many. */
export function spellingsOfDashes(parts: readonly TextPart[]): readonly (readonly TextPart[])[] | undefined {
  const options = parts.reduce(
    (count, part) => count + (typeof part === 'string' ? 0 : [...part.text.matchAll(OPTION)].length),
    0,
  );
  if (options > MAX_OPTIONS) return undefined;
  let spellings: readonly (readonly TextPart[])[] = [[]];
  for (const part of parts) {
    const forms: readonly TextPart[] =
      typeof part === 'string' ? [part] : spellingsOfText(part.text).map((text) => ({ text }));
    spellings = spellings.flatMap((before) => forms.map((form) => [...before, form]));
  }
  return spellings;
}

function spellingsOfText(text: string): readonly string[] {
  const pieces = text.split(OPTION);
  return pieces
    .slice(1)
    .reduce<readonly string[]>(
      (forms, piece) => forms.flatMap((form) => DASHES.map((dash) => form + dash + piece)),
      [pieces[0] ?? ''],
    );
}
