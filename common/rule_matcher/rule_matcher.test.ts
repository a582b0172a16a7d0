import fc from 'fast-check';
import { compilePredicate } from '../predicate/compile_predicate';
import { and, equals, eventIds, not, oneOf, or } from '../predicate/predicate';
import type { Predicate } from '../predicate/predicate';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent, SysmonFields } from '../sysmon/sysmon_event';
import { RuleMatcher } from './rule_matcher';

const event = (eventId: number, fields: SysmonFields): SysmonEvent => ({
  ref: { index: 'i', id: '1' },
  eventId,
  host: 'ws01.example.org',
  time: { ms: 0, source: 'UtcTime' },
  schema: 'flat',
  recordId: '7',
  fields,
});
const matcherOf = (...predicates: Predicate[]) =>
  new RuleMatcher(predicates.map((predicate, index) => ({ id: `r${index}`, predicate })));

describe('all rules at once', () => {
  const encoded = and(
    eventIds(1),
    { kind: 'ends', field: 'Image', value: '\\powershell.exe' },
    { kind: 'contains', field: 'CommandLine', value: ' -enc ' },
  );
  const PowerShell = {
    Image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\PowerShell.exe',
    CommandLine: 'powershell -ENC QQBB',
  };

  it('finds the rules of an event, in their order', () => {
    const matcher = matcherOf(encoded, equals('Image', 'cmd.exe'), eventIds(1), not(equals('User', 'x')));
    expect(matcher.match(event(1, PowerShell))).toEqual([0, 2, 3]);
    expect(matcher.match(event(5, PowerShell))).toEqual([3]);
    expect(matcher.match(event(4_711, { User: 'X' }))).toEqual([]);
  });

  it('is the same the second time, when values are remembered', () => {
    const matcher = matcherOf(
      encoded,
      and(eventIds(1), { kind: 'regex', field: 'CommandLine', value: '^Q+BB$', cased: true }),
    );
    const answers = Array.from({ length: 3 }, () => matcher.match(event(1, PowerShell)));
    expect(answers).toEqual([[0], [0], [0]]);
    const other = matcherOf(
      and(
        { kind: 'contains', field: 'CommandLine', value: 'q' },
        { kind: 'regex', field: 'CommandLine', value: 'qqb', cased: true },
      ),
    );
    expect([other.match(event(1, PowerShell)), other.match(event(1, PowerShell))]).toEqual([[], []]);
  });

  it('does not carry anything from one event to the next', () => {
    const matcher = matcherOf(
      and(equals('Image', 'a'), equals('User', 'b')),
      and(equals('Image', 'a'), { kind: 'keyword', value: 'zz' }),
    );
    expect(matcher.match(event(1, { Image: 'a' }))).toEqual([]);
    expect(matcher.match(event(1, { User: 'b' }))).toEqual([]);
    expect(matcher.match(event(1, { Image: 'a', CommandLine: 'zz' }))).toEqual([1]);
    expect(matcher.match(event(1, { Image: 'a' }))).toEqual([]);
  });

  it('looks closer only at rules that an event may satisfy', () => {
    const matcher = matcherOf(encoded);
    matcher.match(event(1, { ...PowerShell, CommandLine: 'powershell' }));
    matcher.match(event(1, { Image: 'C:\\cmd.exe', CommandLine: 'cmd' }));
    expect(matcher.looks[0]).toBeLessThanOrEqual(1);
    matcher.match(event(1, PowerShell));
    expect(matcher.looks[0]).toBeGreaterThanOrEqual(1);
  });

  it('has room for thousands of values in one list', () => {
    const hashes = Array.from({ length: 5_000 }, (_, index) => index.toString(16).padStart(32, '0'));
    const matcher = matcherOf(
      oneOf('MD5', hashes),
      or(...hashes.map((value): Predicate => ({ kind: 'contains', field: 'Hashes', value }))),
    );
    expect(matcher.match(event(1, { Hashes: `SHA1=00,MD5=${hashes[4_999] ?? ''}` }))).toEqual([0, 1]);
    expect(matcher.match(event(1, { Hashes: 'MD5=f' }))).toEqual([]);
    expect(matcher.size.leaves).toBe(2);
  });

  it('keeps what it remembers within its bounds', () => {
    const matcher = new RuleMatcher([{ id: 'r', predicate: encoded }], { memo_bytes: 10_000 });
    for (let index = 0; index < 2_000; index += 1)
      expect(
        matcher.match(event(1, { ...PowerShell, CommandLine: `${PowerShell.CommandLine} -enc ${index}` })),
      ).toEqual([0]);
  });

  it('is empty for no rules', () => expect(matcherOf().match(event(1, PowerShell))).toEqual([]));
});

/** Values and patterns over a small alphabet, so that they meet often; with the letters whose case is difficult. */
const LETTERS = ['a', 'A', 'b', 'k', '\u212a', 'ß', 'İ', '\\', '.', '1', '0', '-', '😀'] as const;
const text = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 6 });
const ip = fc.constantFrom(
  '10.0.0.1',
  '10.9.0.1',
  '192.168.0.1',
  '::ffff:10.0.0.1',
  'fe80::1',
  'FE80:0::1',
  'a',
);
const number = fc.constantFrom('0', '443', '0443', '80', 'x');
const guid = fc.constantFrom(
  '{9F32B55F-7C4E-5F98-5803-000000000500}',
  '9f32b55f-7c4e-5f98-5803-000000000500',
  '{00000000-0000-0000-0000-000000000000}',
  'a-b',
);
const hashes = fc.constantFrom('MD5=AB,SHA256=CD', 'SHA1=ab', 'IMPHASH=k', 'ab');

const VALUES = {
  Image: text,
  CommandLine: text,
  User: text,
  ParentImage: text,
  SourceIp: ip,
  DestinationPort: number,
  ProcessGuid: guid,
  Hashes: hashes,
  Initiated: fc.constantFrom('true', 'false', 'TRUE'),
  UtcTime: fc.constantFrom('2024-01-02 03:04:05.678', 'a'),
};
type Asked = keyof typeof VALUES;
const FIELDS = Object.keys(VALUES) as Asked[];

const anyEvent = fc
  .tuple(fc.constantFrom(1, 3, 12, 99), fc.record(VALUES, { requiredKeys: [] }))
  .map(([eventId, fields]) => event(eventId, fields));

const HEADERS: readonly QuestionField[] = [
  'Computer',
  'EventID',
  'RecordID',
  'Channel',
  'MD5',
  'SHA256',
  'IMPHASH',
];
const field = fc.constantFrom<QuestionField>(...FIELDS, ...HEADERS);
const value = fc.oneof(
  text,
  text,
  ip,
  number,
  guid,
  hashes,
  fc.constantFrom('ws01', 'WS01.example.org', '7', '1', 'sysmon'),
);
const pattern = fc.oneof(
  value,
  fc
    .array(fc.constantFrom('a', 'b', '.', '*', '?', 'k', '+', '[ab]', '(a|b)', '\\\\', '^', '$', '(?i)'), {
      maxLength: 5,
    })
    .map((parts) => parts.join('')),
);

const condition: fc.Arbitrary<Predicate> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('equals', 'contains', 'starts', 'ends', 'glob', 'regex'),
    field,
    value: pattern,
  }),
  fc.record({
    kind: fc.constantFrom('equals', 'contains', 'starts', 'ends', 'glob', 'regex'),
    field,
    value: pattern,
    cased: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('in'), field, values: fc.array(value, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('cidr'),
    field: fc.constantFrom('SourceIp', 'CommandLine'),
    value: fc.constantFrom('10.0.0.0/8', 'fe80::/10', '10.0.0.0/16', 'x'),
  }),
  fc.record({
    kind: fc.constant('compare'),
    field,
    op: fc.constantFrom('lt', 'le', 'gt', 'ge'),
    value: fc.constantFrom(0, 80, 443),
  }),
  fc.record({ kind: fc.constant('exists'), field }),
  fc.record({
    kind: fc.constant('field_ref'),
    field,
    how: fc.constantFrom('equals', 'contains', 'starts', 'ends'),
    other: field,
  }),
  fc.record({ kind: fc.constant('keyword'), value }),
  fc.record({
    kind: fc.constant('event_id'),
    ids: fc.array(fc.constantFrom(1, 3, 12, 13), { maxLength: 2 }),
  }),
  fc.constantFrom<Predicate>({ kind: 'all' }, { kind: 'none' }),
) as fc.Arbitrary<Predicate>;

const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    fc.array(tie('predicate'), { maxLength: 4 }).map((of) => and(...of)),
    fc.array(tie('predicate'), { maxLength: 4 }).map((of) => or(...of)),
    tie('predicate').map(not),
  ),
}));

describe('the matcher and compilePredicate', () => {
  it('agree on every rule and event', () => {
    fc.assert(
      fc.property(
        fc.array(predicate, { minLength: 1, maxLength: 12 }),
        fc.array(anyEvent, { minLength: 1, maxLength: 12 }),
        (predicates, events) => {
          const matcher = matcherOf(...predicates);
          const tests = predicates.map(compilePredicate);
          for (const one of [...events, ...events])
            expect(matcher.match(one)).toEqual(tests.flatMap((test, index) => (test(one) ? [index] : [])));
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
