import { checkPredicate } from './check_predicate';
import { and, equals, not, or } from './predicate';
import type { Predicate } from './predicate';
import { regexSize } from './regex_size';

const regex = (value: string): Predicate => ({ kind: 'regex', field: 'CommandLine', value });
const glob = (value: string): Predicate => ({ kind: 'glob', field: 'CommandLine', value });
const deep = (levels: number): Predicate => (levels === 0 ? equals('Image', 'a') : not(deep(levels - 1)));

describe('questions that cannot be asked', () => {
  it.each<[string, Predicate, string]>([
    [
      'a broken regular expression',
      regex('(a'),
      'CommandLine: the regular expression cannot be read: missing closing ) at character 1: "(a".',
    ],
    ['one that RE2 does not know', regex('(?=a)'), 'CommandLine: the regular expression cannot be read:'],
    ['one that is too long', regex('a'.repeat(4_097)), 'longer than 4096 characters'],
    ['one that repeats too much', regex('a{1,1000}'.repeat(6)), 'more than 5000 steps'],
    ['one whose groups repeat too much', regex('((a{20}){20}){20}'), 'more than 5000 steps'],
    ['a pattern that is too long', glob('*a'.repeat(2_100)), 'longer than 4096 characters'],
    ['no network', { kind: 'cidr', field: 'SourceIp', value: '10.0.0.0' }, 'is no network'],
    [
      'no number',
      { kind: 'compare', field: 'SourcePort', op: 'lt', value: Infinity },
      'only a finite number',
    ],
    ['too deep', deep(60), 'nested more than 50 levels'],
    [
      'too many',
      or(...new Array<Predicate>(20_001).fill(equals('Image', 'a'))),
      'more than 20000 conditions',
    ],
  ])('%s', (_name, predicate, reason) => {
    const problems = checkPredicate(and(equals('User', 'x'), predicate));
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  it('are none of those that rules ask', () => {
    expect(
      checkPredicate(and(regex('.{1000,}'), regex('(?:[0-9]{1,3}\\.){3}'), glob('*a*b?'), deep(40))),
    ).toEqual([]);
  });
});

describe('size of a regular expression', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['a{5}', 5],
    ['a{2,7}b', 8],
    ['a{3,}', 3],
    ['(ab){10}', 20],
    ['((ab){2}c){3}', 15],
    ['[a-z{9}]{4}', 4],
    [String.raw`\{9}\d{2}`, 5],
    ['(?:a|b){3}', 9],
    ['(?P<x>a){3}', 3],
    ['(?i)a', 1],
    ['a{0}', 1],
    ['))a{2}', 4],
  ])('%s is %d', (pattern, size) => expect(regexSize(pattern)).toBe(size));
});
