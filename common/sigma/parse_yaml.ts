import { Composer, Lexer, Parser } from 'yaml';
import type { CST, Document, LineCounter, ParsedNode } from 'yaml';

/** Open collections, with their keys and values. Sigma's own forms need about 20. */
const MAX_OPEN = 200;

/** SigmaHQ has 3,754 rules. */
const MAX_DOCUMENTS = 10_000;

/** The text is refused as a whole; the message is the reason. */
export class TooMuch extends Error {}

/**
 * The documents of a text, checked for depth while it is cut into tokens: the library composes them by recursion, and a stack
 * used up inside a regular expression ends the whole process (Node 20: "RegExpCompiler Allocation failed").
 * @throws TooMuch
 */
export function parseYaml(text: string, lines: LineCounter): readonly Document.Parsed<ParsedNode>[] {
  // The library compares all keys of a map with each other: 100,000 keys would take minutes.
  const composer = new Composer<ParsedNode>({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const documents: Document.Parsed<ParsedNode>[] = [];
  for (const document of composer.compose(tokensOf(text, lines)))
    if (documents.push(document) > MAX_DOCUMENTS)
      throw new TooMuch(`The text has more than ${MAX_DOCUMENTS} documents.`);
  return documents;
}

function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token, void> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_OPEN) throw new TooMuch('The text is nested too deeply to be read.');
  }
  yield* parser.end();
}
