import { isAlias, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import { parseYaml, TooMuch } from './parse_yaml';
import type { Document, ParsedNode } from 'yaml';
import { Problems, quoted } from './problem';
import type { Position } from './problem';

/** A YAML document as plain data in which every part knows where it stands. Keys are text, never properties of an object. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlEntry {
  readonly key: string;
  readonly position: Position;
  readonly value: YamlNode;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly position: Position;
  readonly entries: readonly YamlEntry[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly position: Position;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly position: Position;
  readonly value: string | number | boolean | null;
  /** As written: `0x10` and `007` stay what they are. */
  readonly source: string;
  /** The text stands in the file letter by letter, so that a place in it is a place in the file. */
  readonly letterByLetter: boolean;
  readonly quoted: boolean;
}

export interface YamlDocument {
  readonly root: YamlNode;
  readonly text: string;
  readonly problems: Problems;
}

export const MAX_TEXT_LENGTH = 1_000_000;
export const MAX_NODES = 300_000;
const MAX_DEPTH = 64;
const START: Position = { line: 1, column: 1 };

/**
 * Every document of a text (YAML 1.2, core schema); an empty one is left out. Never throws: what cannot be read, is too large,
 * too deep, or multiplies through aliases becomes a problem of its document.
 */
export function readYaml(text: string): readonly YamlDocument[] {
  if (text.length > MAX_TEXT_LENGTH)
    return [unreadable('', `The text is longer than ${MAX_TEXT_LENGTH} characters.`)];
  try {
    const lines = new LineCounter();
    const documents = parseYaml(text, lines);
    const budget = { nodes: MAX_NODES };
    return documents.flatMap((document) =>
      readDocument(document, { text, lines, budget, alone: documents.length === 1 }),
    );
  } catch (error) {
    return [
      unreadable(
        text,
        error instanceof TooMuch ? error.message : `The text cannot be read as YAML: ${String(error)}`,
      ),
    ];
  }
}

function unreadable(text: string, reason: string): YamlDocument {
  const problems = new Problems();
  problems.error(START, reason);
  return { root: emptyMap(START), text, problems };
}

const emptyMap = (position: Position): YamlMap => ({ kind: 'map', position, entries: [] });

interface Source {
  readonly text: string;
  readonly lines: LineCounter;
  readonly budget: { nodes: number };
  readonly alone: boolean;
}

function readDocument(document: Document.Parsed<ParsedNode>, source: Source): readonly YamlDocument[] {
  const problems = new Problems();
  for (const { pos, message } of document.errors)
    problems.error(positionAt(source.lines, pos[0]), `YAML: ${message}`);
  for (const { pos, message } of document.warnings)
    problems.warn(positionAt(source.lines, pos[0]), `YAML: ${message}`);
  const empty =
    document.contents === null || (isScalar(document.contents) && document.contents.source === '');
  if (empty && document.errors.length === 0) return [];
  const root = new TreeReader(document, source, problems).read(document.contents, 0);
  return [{ root, text: textOf(document, source), problems }];
}

function textOf({ range }: Document.Parsed<ParsedNode>, { text, alone }: Source): string {
  return alone ? text : text.slice(range[0], range[2]);
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

class TreeReader {
  private out_of_budget = false;
  /** The library looks an alias up by walking the document, each time. */
  private readonly anchors = new Map<string, unknown>();
  private inside_alias = 0;

  constructor(
    private readonly document: Document.Parsed<ParsedNode>,
    private readonly source: Source,
    private readonly problems: Problems,
  ) {}

  read(node: unknown, depth: number): YamlNode {
    const position = this.positionOf(node);
    if (!this.mayGoOn(position, depth)) return emptyMap(position);
    if (isAlias(node)) return this.readAlias(node.source, { position, depth });
    const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
    if (anchor !== undefined && this.inside_alias === 0) this.anchors.set(anchor, node);
    if (isMap(node)) return this.readMap(node.items, position, depth);
    if (isSeq(node))
      return { kind: 'list', position, items: node.items.map((item) => this.read(item, depth + 1)) };
    return this.readScalar(node, position);
  }

  /** An alias stands for the last node of that name before it. */
  private readAlias(name: string, { position, depth }: { position: Position; depth: number }): YamlNode {
    const node = this.anchors.get(name);
    if (node === undefined) this.problems.error(position, `There is no anchor ${quoted(name)} before.`);
    this.inside_alias += 1;
    const read = this.read(node, depth + 1);
    this.inside_alias -= 1;
    return read;
  }

  private mayGoOn(position: Position, depth: number): boolean {
    if (this.out_of_budget) return false;
    this.source.budget.nodes -= 1;
    const reason =
      depth > MAX_DEPTH
        ? `nested more than ${MAX_DEPTH} levels deep`
        : this.source.budget.nodes < 0
          ? `of more than ${MAX_NODES} values, aliases counted each time`
          : undefined;
    if (reason === undefined) return true;
    this.out_of_budget = true;
    this.problems.error(position, `The document is ${reason}; the rest is not read.`);
    return false;
  }

  private readMap(
    pairs: readonly { key: unknown; value: unknown }[],
    position: Position,
    depth: number,
  ): YamlMap {
    const keys = new Set<string>();
    const entries: YamlEntry[] = [];
    for (const pair of pairs) {
      const key = this.keyOf(pair.key);
      const key_position = this.positionOf(pair.key);
      if (key === undefined) this.problems.error(key_position, 'A key must be a plain text.');
      else if (keys.has(key)) this.problems.error(key_position, `The key ${quoted(key)} stands here twice.`);
      else {
        keys.add(key);
        entries.push({ key, position: key_position, value: this.read(pair.value, depth + 1) });
      }
      if (this.out_of_budget) break;
    }
    return { kind: 'map', position, entries };
  }

  private keyOf(node: unknown): string | undefined {
    if (!isScalar(node)) return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  private readScalar(node: unknown, position: Position): YamlScalar {
    const value: unknown = isScalar(node) ? node.value : null;
    const source = isScalar(node) && node.source !== undefined ? node.source : String(value ?? '');
    const plain =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const quoted = isScalar(node) && quotesOf(node.type);
    return {
      kind: 'scalar',
      position,
      value: plain,
      source,
      quoted,
      letterByLetter: this.isLetterByLetter(node, source),
    };
  }

  private isLetterByLetter(node: unknown, source: string): boolean {
    if (!isScalar(node) || !node.range) return false;
    return this.source.text.startsWith(source, node.range[0] + (quotesOf(node.type) ? 1 : 0));
  }

  private positionOf(node: unknown): Position {
    const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
    return positionAt(this.source.lines, range?.[0] ?? this.document.range[0]);
  }
}

const quotesOf = (type: string | undefined): boolean => type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
