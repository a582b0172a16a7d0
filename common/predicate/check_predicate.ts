import { parseNetwork } from './ip_address';
import type { Predicate, TextCondition } from './predicate';
import { compileRegex } from './regex';

/** Bounds that keep a question from outside answerable; rules from people stay far below. */
export const MAX_DEPTH = 50;
export const MAX_CONDITIONS = 20_000;
export const MAX_REGEX_LENGTH = 4_096;

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

function regexProblems({ field, value, cased }: TextCondition): string[] {
  if (value.length > MAX_REGEX_LENGTH)
    return [`${field}: the regular expression is longer than ${MAX_REGEX_LENGTH} characters.`];
  const compiled = compileRegex(value, cased);
  return typeof compiled === 'function'
    ? []
    : [`${field}: the regular expression cannot be read: ${compiled.problem}.`];
}
