import { checkPredicate, MAX_DEPTH } from './check_predicate';
import { and, equals, not, or } from './predicate';
import type { Predicate } from './predicate';

const regex = (value: string): Predicate => ({ kind: 'regex', field: 'CommandLine', value });
const cidr = (value: string): Predicate => ({ kind: 'cidr', field: 'SourceIp', value });

test('a sound predicate has no problems', () => {
  expect(checkPredicate(and(equals('Image', '(['), or(regex('a{1,3}\\b'), not(cidr('fe80::/10')))))).toEqual(
    [],
  );
});

test.each([
  ['a(b', 'CommandLine: the regular expression cannot be read: missing closing ) at character 1: "a(b".'],
  [
    'xx[z-a]',
    'CommandLine: the regular expression cannot be read: invalid character class range at character 4: "z-a".',
  ],
  [
    'a(?=b)',
    'CommandLine: the regular expression cannot be read: invalid or unsupported Perl syntax at character 2: "(?=".',
  ],
  [
    '(a)\\1',
    'CommandLine: the regular expression cannot be read: invalid escape sequence at character 4: "\\1".',
  ],
  [
    'a{2000}',
    'CommandLine: the regular expression cannot be read: invalid repeat count at character 2: "{2000}".',
  ],
])('%s is named with its place', (pattern, sentence) => {
  expect(checkPredicate(regex(pattern))).toEqual([sentence]);
});

test.each(['10.0.0.0', '10.0.0.0/33', '300.0.0.0/8', '10.0/8', 'fe80::/129', '::ffff:10.0.0.0/90', '/8', ''])(
  '%s is no network',
  (value) => {
    expect(checkPredicate(cidr(value))).toEqual([
      `SourceIp: "${value}" is no network such as 10.0.0.0/8 or fe80::/10.`,
    ]);
  },
);

test('all problems come at once, each once', () => {
  expect(checkPredicate(or(regex('('), cidr('x'), regex('(')))).toHaveLength(2);
});

test('depth and size are bounded', () => {
  const nested = (levels: number): Predicate => (levels <= 1 ? { kind: 'all' } : not(nested(levels - 1)));
  expect(checkPredicate(nested(MAX_DEPTH))).toEqual([]);
  expect(checkPredicate(nested(MAX_DEPTH + 1))).toEqual(['The question is nested more than 50 levels deep.']);
  expect(checkPredicate(nested(5_000))).toHaveLength(1);
  const wide = or(...Array.from({ length: 20_000 }, () => equals('Image', 'a')));
  expect(checkPredicate(wide)).toEqual(['The question has more than 20000 conditions.']);
});

test('a regular expression that would take for ever elsewhere is sound, a huge one is not', () => {
  expect(checkPredicate(regex('(a+)+$'))).toEqual([]);
  expect(checkPredicate(regex('a'.repeat(5_000)))).toEqual([
    'CommandLine: the regular expression is longer than 4096 characters.',
  ]);
});
