import { anyOf, asked, onPath, supersetOf } from '../field_forms';
import type { FieldForm } from '../field_forms';
import { textsOf } from '../values';

/** process.args -> a command line that Windows splits into the same arguments. Spaces and needless quotes of the original are lost. */
export const COMMAND_LINE_ARGS: FieldForm = {
  name: 'command_line_args',
  inferred: true,
  read: ([value]) => {
    const args = argumentsOf(value);
    return args.length === 0 ? undefined : args.map(quoteArgument).join(' ');
  },
  write: (text) => [splitCommandLine(text)],
  ask: ({ condition, paths }) => {
    const piece =
      condition.kind === 'glob' || condition.kind === 'regex' ? undefined : longestPiece(condition);
    if (piece === undefined) return supersetOf(paths);
    return asked(anyOf(...paths.map((path) => onPath(path, { kind: 'contains', value: piece }))), false);
  },
};

/** An empty argument is an argument, unlike an empty value elsewhere. */
const argumentsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => (one === '' ? '' : textsOf(one))) : textsOf(value);

function withoutOuterBackslashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\\') end--;
  return text.slice(Math.min(countBackslashes(text, 0), end), end);
}

/** Part of the asked text that must stand within one argument: no blanks, no quotes, no backslashes that quoting doubles. */
function longestPiece(condition: object): string | undefined {
  const value = 'value' in condition && typeof condition.value === 'string' ? condition.value : '';
  const pieces = value.split(/[\s"]+/).map(withoutOuterBackslashes);
  const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest === '' ? undefined : longest;
}

/**
 * Microsoft C runtime rules: backslashes count only before a quote. Source: "Parsing C++ command-line arguments", learn.microsoft.com.
 * Counted by hand: a regular expression takes quadratic time on a megabyte of backslashes.
 */
export function quoteArgument(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  let quoted = '"';
  for (let at = 0; at < argument.length;) {
    const slashes = countBackslashes(argument, at);
    at += slashes;
    const char = argument[at++];
    // Before a quote, also the closing one, backslashes are doubled.
    const before = char === '"' || char === undefined ? slashes * 2 : slashes;
    quoted += '\\'.repeat(before) + (char === '"' ? '\\"' : (char ?? ''));
  }
  return `${quoted}"`;
}

/** The reverse: a command line -> its arguments, by the same rules. */
export function splitCommandLine(line: string): string[] {
  const args: string[] = [];
  let at = 0;
  while ((at = skipBlanks(line, at)) < line.length) {
    const { argument, next } = readArgument(line, at);
    args.push(argument);
    at = next;
  }
  return args;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (isBlank(line[at])) at++;
  return at;
}

function readArgument(line: string, from: number): { argument: string; next: number } {
  let argument = '';
  let quoted = false;
  let at = from;
  for (; at < line.length && (quoted || !isBlank(line[at])); at++) {
    const slashes = countBackslashes(line, at);
    at += slashes;
    if (line[at] !== '"') {
      argument += '\\'.repeat(slashes);
      if (at >= line.length || (!quoted && isBlank(line[at]))) break;
      argument += line[at];
      continue;
    }
    argument += '\\'.repeat(slashes >> 1);
    if (slashes % 2 === 1) argument += '"';
    else if (quoted && line[at + 1] === '"') {
      // A doubled quote inside quotes is a quote and ends them (rule before 2008, which Winlogbeat follows).
      argument += '"';
      at++;
      quoted = false;
    } else quoted = !quoted;
  }
  return { argument, next: at };
}

function countBackslashes(line: string, from: number): number {
  let at = from;
  while (line[at] === '\\') at++;
  return at - from;
}
