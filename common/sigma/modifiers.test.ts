import { equals, not, oneOf, or } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import { compileItem } from '../../test/sigma/sigma_fixture';

const CommandLine = { field: 'CommandLine' } as const;

/** The item's own part of the rule, without the event id. */
function itemPredicate(item: string, category?: string): Predicate {
  const { predicate, problems } = compileItem(item, category);
  expect(problems).toEqual([]);
  if (predicate.kind !== 'and') throw new Error('not joined with an event id');
  const rest = predicate.of.filter((part) => part.kind !== 'event_id');
  return rest.length === 1 && rest[0] ? rest[0] : { kind: 'and', of: rest };
}

const contains = (value: string): Predicate => ({ kind: 'contains', ...CommandLine, value });

describe('modifiers', () => {
  const table: [string, Predicate][] = [
    ['CommandLine: a', equals('CommandLine', 'a')],
    ['CommandLine: [a, b]', oneOf('CommandLine', ['a', 'b'])],
    [String.raw`CommandLine: '*\a*'`, contains('\\a')],
    [String.raw`CommandLine: '\\a*'`, { kind: 'starts', ...CommandLine, value: '\\a' }],
    [String.raw`CommandLine: 'a\\*'`, { kind: 'starts', ...CommandLine, value: 'a\\' }],
    [String.raw`CommandLine: 'a\*'`, equals('CommandLine', 'a*')],
    ["CommandLine: 'a*b?'", { kind: 'glob', ...CommandLine, value: 'a*b?' }],
    ["CommandLine: '*'", { kind: 'exists', ...CommandLine }],
    ["CommandLine: ''", not({ kind: 'exists', ...CommandLine })],
    ['CommandLine: null', not({ kind: 'exists', ...CommandLine })],
    ['CommandLine:', not({ kind: 'exists', ...CommandLine })],
    ['CommandLine: []', not({ kind: 'exists', ...CommandLine })],
    ["CommandLine: [null, 'a']", or(equals('CommandLine', 'a'), not({ kind: 'exists', ...CommandLine }))],
    [String.raw`CommandLine|contains: '\Users\'`, contains('\\Users\\')],
    ["CommandLine|contains: '*a*'", contains('a')],
    ["CommandLine|contains: 'a*b'", { kind: 'glob', ...CommandLine, value: '*a*b*' }],
    ['CommandLine|contains: [a, b]', or(contains('a'), contains('b'))],
    ['CommandLine|contains|all: [a, b]', { kind: 'and', of: [contains('a'), contains('b')] }],
    ["CommandLine|startswith: 'a'", { kind: 'starts', ...CommandLine, value: 'a' }],
    [String.raw`CommandLine|endswith: '\a.exe'`, { kind: 'ends', ...CommandLine, value: '\\a.exe' }],
    ['CommandLine|startswith|endswith: a', contains('a')],
    ['CommandLine|cased: aB', { kind: 'equals', ...CommandLine, value: 'aB', cased: true }],
    ['CommandLine|contains|cased: aB', { kind: 'contains', ...CommandLine, value: 'aB', cased: true }],
    ["CommandLine|re: 'a.*b$'", { kind: 'regex', ...CommandLine, value: 'a.*b$', cased: true }],
    [String.raw`CommandLine|re: '\\*'`, { kind: 'regex', ...CommandLine, value: '\\\\*', cased: true }],
    ["CommandLine|re|i: 'a'", { kind: 'regex', ...CommandLine, value: 'a' }],
    ["CommandLine|re|ignorecase|multiline|dotall: 'a'", { kind: 'regex', ...CommandLine, value: '(?ms)a' }],
    ["CommandLine|re|startswith: 'a|b'", { kind: 'regex', ...CommandLine, value: '^(?:a|b)', cased: true }],
    ['CommandLine|exists: true', { kind: 'exists', ...CommandLine }],
    ['CommandLine|exists: false', not({ kind: 'exists', ...CommandLine })],
    ['CommandLine|neq: a', not(equals('CommandLine', 'a'))],
    ['CommandLine|contains|neq: [a, b]', not(or(contains('a'), contains('b')))],
    [
      'Image|fieldref: ParentImage',
      { kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' },
    ],
    [
      'Image|fieldref|endswith: ParentImage',
      { kind: 'field_ref', field: 'Image', how: 'ends', other: 'ParentImage' },
    ],
    [
      'Image|fieldref|neq: ParentImage',
      not({ kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' }),
    ],
    ['CommandLine|base64: a', equals('CommandLine', 'YQ==')],
    [
      'CommandLine|base64offset|contains: foobar',
      or(contains('Zm9vYmFy'), contains('Zvb2Jhc'), contains('mb29iYX')),
    ],
    ['CommandLine|wide|base64|contains: ab', contains('YQBiAA==')],
    ['CommandLine|utf16le|base64|contains: ab', contains('YQBiAA==')],
    ['CommandLine|utf16be|base64|contains: ab', contains('AGEAYg==')],
    ['CommandLine|utf16|base64|contains: a', contains('//5hAA==')],
    ['ParentProcessId: 0x10', equals('ParentProcessId', '16')],
    ['ParentProcessId|gte: 16', { kind: 'compare', field: 'ParentProcessId', op: 'ge', value: 16 }],
    ["ParentProcessId|lt: '16'", { kind: 'compare', field: 'ParentProcessId', op: 'lt', value: 16 }],
    ['CommandLine|contains: 007', contains('007')],
    ['CommandLine|contains: 1.50', contains('1.50')],
    ['LogonId: 0x3e7', equals('LogonId', '0x3e7')],
    ['UtcTime|hour: 5', { kind: 'glob', field: 'UtcTime', value: '????-??-?? 05:*' }],
    ['UtcTime|minute: 59', { kind: 'glob', field: 'UtcTime', value: '????-??-?? ??:59:*' }],
    ['UtcTime|day: 1', { kind: 'glob', field: 'UtcTime', value: '????-??-01 *' }],
    ['UtcTime|month: 12', { kind: 'glob', field: 'UtcTime', value: '????-12-*' }],
    ['UtcTime|year: 2024', { kind: 'glob', field: 'UtcTime', value: '2024-*' }],
    ['Imphash: abc', equals('IMPHASH', 'abc')],
  ];
  it.each(table)('%s', (item, predicate) => expect(itemPredicate(item)).toEqual(predicate));

  it('keeps the spellings of one option together when all values are wanted', () => {
    const either = (word: string) =>
      or(...['-', '/', '–', '—', '―'].map((dash) => contains(`${dash}${word}`)));
    expect(itemPredicate("CommandLine|contains|all|windash: ['-a', '-b']")).toEqual({
      kind: 'and',
      of: [either('a'), either('b')],
    });
    expect(itemPredicate("CommandLine|windash|contains: '-a'")).toEqual(either('a'));
  });

  it('reads networks and truth values', () => {
    expect(itemPredicate("DestinationIp|cidr: ['10.0.0.0/8', 'fe80::/10']", 'network_connection')).toEqual(
      or(
        { kind: 'cidr', field: 'DestinationIp', value: '10.0.0.0/8' },
        { kind: 'cidr', field: 'DestinationIp', value: 'fe80::/10' },
      ),
    );
    expect(itemPredicate('Initiated: true', 'network_connection')).toEqual(equals('Initiated', 'true'));
  });
});

describe('items that cannot be asked', () => {
  it.each([
    ['CommandLine|containz: a', 'There is no modifier "containz".'],
    ['CommandLine|constructor: a', 'There is no modifier "constructor".'],
    [
      "CommandLine|expand: '%x%'",
      'The modifier "expand" needs a list of values for its placeholder, and there is none.',
    ],
    ['UtcTime|week: 3', 'The modifier "week" cannot be answered: no text of a time holds the week.'],
    ['UtcTime|hour: 24', 'There is no hour 24.'],
    ['Image|hour: 2', 'Image holds no time.'],
    [
      "CommandLine|re: '(a'",
      'CommandLine: the regular expression cannot be read: missing closing ) at character 1: "(a".',
    ],
    [
      "CommandLine|re: '(?=a)'",
      expect.stringMatching(/^CommandLine: the regular expression cannot be read: /),
    ],
    [
      `CommandLine|re: '${'a'.repeat(5_000)}'`,
      'CommandLine: the regular expression is longer than 4096 characters.',
    ],
    [
      'CommandLine|re: "(a{1,1000}){5}b{1000}"',
      'CommandLine: the regular expression has more than 5000 steps with its repetitions.',
    ],
    ['CommandLine|re|windash: a', 'A modifier that changes the value works on plain values only.'],
    ['CommandLine|i: a', 'The modifiers i, m and s only follow "re".'],
    ['CommandLine|re|cidr: a', 'Two modifiers of this item exclude each other.'],
    ['CommandLine|base64|re: a', 'Two modifiers of this item exclude each other.'],
    ["CommandLine|base64: 'a*'", 'The value "a*" has wildcards and cannot be encoded.'],
    ['CommandLine|base64: null', 'Only a text without wildcards can be encoded.'],
    ['CommandLine|contains: null', 'null is no text to look for.'],
    ['ParentProcessId|lt: many', 'Only a number can be compared.'],
    ['SourceIp|cidr: 10.0.0.0/40', '"10.0.0.0/40" is no network such as 10.0.0.0/8.'],
    ["CommandLine|exists: 'yes'", 'The modifier "exists" takes true or false.'],
    ['Image|fieldref: Imagination', 'Sysmon has no field "Imagination".'],
    ['CommandLine|exists|contains: true', 'contains, startswith and endswith do not go with this modifier.'],
    [
      "CommandLine|windash: ' -a -b -c -d -e'",
      'The value " -a -b -c -d -e" has too many dashes for "windash".',
    ],
    ['CommandLine: {a: b}', 'A map cannot be the value of a field.'],
    ['CommandLine: [[a]]', 'A list cannot be the value of a field.'],
  ])('%.60s', (item, reason) => {
    const category = item.startsWith('SourceIp') ? 'network_connection' : undefined;
    const errors = compileItem(item, category).problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => problem.reason)).toEqual([reason]);
  });
});
