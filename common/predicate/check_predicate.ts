import { parseNetwork } from './ip_address';
import type { Predicate, TextCondition } from './predicate';
import { compileRegex } from './regex';
import { regexSize } from './regex_size';

/** Bounds that keep a question from outside answerable; rules from people stay far below. */
export const MAX_DEPTH = 50;
export const MAX_CONDITIONS = 20_000;
export const MAX_PATTERN_LENGTH = 4_096;
/** Some seconds for a value of 32,766 characters, the longest that Elasticsearch indexes. */
export const MAX_REGEX_STEPS = 5_000;

/** Why a predicate cannot be asked, one sentence each; empty when it can. */
export function checkPredicate(predicate: Predicate): readonly string[] {
  const problems: string[] = [];
  let conditions = 0;
  const visit = (part: Predicate, depth: number): void => {
    conditions += 1;
    if (conditions > MAX_CONDITIONS) return;
    if (depth > MAX_DEPTH) {
      problems.push(`The question is nested more than ${MAX_DEPTH} levels deep.`);
      return;
    }
    problems.push(...ownProblems(part));
    for (const inner of parts(part)) visit(inner, depth + 1);
  };
  visit(predicate, 1);
  if (conditions > MAX_CONDITIONS) problems.push(`The question has more than ${MAX_CONDITIONS} conditions.`);
  return [...new Set(problems)];
}

function parts(predicate: Predicate): readonly Predicate[] {
  if (predicate.kind === 'and' || predicate.kind === 'or') return predicate.of;
  return predicate.kind === 'not' ? [predicate.of] : [];
}

function ownProblems(predicate: Predicate): readonly string[] {
  switch (predicate.kind) {
    case 'regex':
      return regexProblems(predicate);
    case 'glob':
      return lengthProblems(predicate, 'pattern');
    case 'cidr':
      return parseNetwork(predicate.value)
        ? []
        : [`${predicate.field}: "${predicate.value}" is no network such as 10.0.0.0/8 or fe80::/10.`];
    case 'compare':
      return Number.isFinite(predicate.value)
        ? []
        : [`${predicate.field}: only a finite number can be compared.`];
    default:
      return [];
  }
}

function lengthProblems({ field, value }: TextCondition, what: string): string[] {
  return value.length > MAX_PATTERN_LENGTH
    ? [`${field}: the ${what} is longer than ${MAX_PATTERN_LENGTH} characters.`]
    : [];
}

function regexProblems(condition: TextCondition): string[] {
  const { field, value, cased } = condition;
  const too_long = lengthProblems(condition, 'regular expression');
  if (too_long.length > 0) return too_long;
  // Before compiling it: that alone may take a gigabyte.
  if (regexSize(value) > MAX_REGEX_STEPS)
    return [`${field}: the regular expression has more than ${MAX_REGEX_STEPS} steps with its repetitions.`];
  const compiled = compileRegex(value, cased);
  return typeof compiled === 'function'
    ? []
    : [`${field}: the regular expression cannot be read: ${compiled.problem}.`];
}
