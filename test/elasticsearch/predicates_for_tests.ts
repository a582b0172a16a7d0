import fc from 'fast-check';
import type { Predicate, TextCondition } from '../../common/predicate/predicate';
import { and, equals, eventIds, not, oneOf, or } from '../../common/predicate/predicate';
import type { QuestionField } from '../../common/sysmon/fields';
import { fieldValue } from '../../common/predicate/field_value';
import { QUESTION_FIELDS, isQuestionField } from '../../common/sysmon/question_fields';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';

const text = (
  kind: TextCondition['kind'],
  field: QuestionField,
  value: string,
  cased?: boolean,
): Predicate => ({ kind, field, value, ...(cased && { cased }) });

/** Questions where the two meanings have come apart in other products, or could. Each finds something in some world. */
export const NASTY_PREDICATES: readonly Predicate[] = [
  { kind: 'all' },
  { kind: 'none' },
  eventIds(1, 5),
  not(eventIds(1)),
  equals('Image', 'c:\\windows\\SYSTEM32\\cmd.exe'),
  equals('Image', 'C:\\Windows\\System32\\*.exe'),
  text('contains', 'Image', '\\POWERSHELL'),
  text('contains', 'CommandLine', '*'),
  text('contains', 'CommandLine', '?'),
  text('contains', 'CommandLine', '"'),
  text('contains', 'CommandLine', '\\'),
  text('starts', 'Image', 'c:\\'),
  text('starts', 'Image', ''),
  text('ends', 'Image', '.EXE'),
  text('glob', 'Image', '*\\w*l?.exe'),
  text('glob', 'Image', '*'),
  text('glob', 'Image', '?:\\\\*'),
  text('regex', 'Image', '\\\\(cmd|powershell)\\.exe$'),
  text('regex', 'Image', '^c:.*\\bcmd\\b'),
  text('regex', 'CommandLine', '(?-i)Hidden'),
  text('regex', 'CommandLine', '\\s-\\w{1,3}\\s'),
  text('regex', 'CommandLine', '[^a-z0-9 ]{3}'),
  text('regex', 'Image', ''),
  text('equals', 'Image', 'C:\\Windows\\System32\\cmd.exe', true),
  text('contains', 'Image', 'system32', true),
  not(text('contains', 'CommandLine', 'powershell')),
  not(text('regex', 'CommandLine', '\\bhidden\\b')),
  not(not(text('contains', 'Image', 'word'))),
  and(eventIds(1), not(text('ends', 'ParentImage', '\\explorer.exe'))),
  or(text('contains', 'TargetFilename', '.docm'), equals('DestinationPort', '443')),
  { kind: 'exists', field: 'ParentCommandLine' },
  not({ kind: 'exists', field: 'CommandLine' }),
  { kind: 'exists', field: 'SourceProcessGUID' },
  { kind: 'exists', field: 'MD5' },
  { kind: 'exists', field: 'UtcTime' },
  { kind: 'exists', field: 'Hash' },
  equals('User', 'NT AUTHORITY\\SYSTEM'),
  text('starts', 'User', 'nt '),
  text('contains', 'User', 'y\\s'),
  text('ends', 'User', 'SYSTEM'),
  text('glob', 'User', '*\\*'),
  equals('DestinationPort', '0443'),
  equals('DestinationPort', 'http'),
  text('contains', 'DestinationPort', '4'),
  { kind: 'compare', field: 'DestinationPort', op: 'ge', value: 443 },
  { kind: 'compare', field: 'ProcessId', op: 'lt', value: 4000.5 },
  { kind: 'compare', field: 'ProcessId', op: 'gt', value: 99_999_999_999 },
  { kind: 'compare', field: 'Image', op: 'gt', value: 0 },
  { kind: 'compare', field: 'EventID', op: 'le', value: 3 },
  equals('EventID', '1'),
  text('starts', 'EventID', '2'),
  text('contains', 'Channel', 'sysmon'),
  equals('Channel', 'Security'),
  equals('RecordID', '48212'),
  text('contains', 'RecordID', '48'),
  { kind: 'cidr', field: 'DestinationIp', value: '203.0.113.0/24' },
  { kind: 'cidr', field: 'DestinationIp', value: '203.0.113.64/26' },
  { kind: 'cidr', field: 'DestinationIp', value: '0.0.0.0/0' },
  { kind: 'cidr', field: 'DestinationIp', value: '::/0' },
  { kind: 'cidr', field: 'SourceIp', value: 'fe80::/10' },
  equals('SourceIp', '::FFFF:192.168.1.57'),
  equals('SourceIp', 'fe80::1'),
  equals('SourceIp', 'FE80::44af:0:0:1'),
  equals('SourceIp', '64:ff9b::cb00:714d'),
  equals('SourceIp', '-'),
  not(equals('SourceIp', '192.168.1.57')),
  { kind: 'cidr', field: 'SourceIp', value: '192.168.0.0/16' },
  not({ kind: 'cidr', field: 'SourceIp', value: '192.168.1.56/30' }),
  equals('Image', 'C:\\Second\\image.exe'),
  not(text('contains', 'Image', 'second')),
  text('contains', 'CommandLine', 'jÜrGeN'),
  text('contains', 'CommandLine', 'kernel'),
  text('regex', 'CommandLine', 'kernel system'),
  text('regex', 'CommandLine', 'first.second'),
  text('regex', 'CommandLine', '(?s)first.second'),
  text('glob', 'CommandLine', 'first?second*'),
  text('glob', 'CommandLine', '\\*'),
  text('equals', 'CommandLine', '*'),
  text('equals', 'Company', '\\'),
  text('contains', 'CommandLine', '情報'),
  text('contains', 'CommandLine', '\\\\SERVER\\'),
  text('equals', 'Company', 'MÜLLER ® GMBH'),
  { kind: 'exists', field: 'Company' },
  not({ kind: 'exists', field: 'DestinationPort' }),
  text('starts', 'SourceIp', '192.'),
  oneOf('Image', ['c:\\windows\\explorer.exe', 'C:\\WINDOWS\\EXPLORER.EXE', 'nothing']),
  oneOf('EventID', ['1', '22', 'x']),
  oneOf('DestinationIp', ['203.0.113.77', '::ffff:203.0.113.77']),
  oneOf('QueryName', []),
  oneOf(
    'QueryName',
    Array.from({ length: 250 }, (_, at) => `host${at}.example`),
  ),
  { kind: 'keyword', value: 'UPDATER' },
  not({ kind: 'keyword', value: 'powershell' }),
  and({ kind: 'keyword', value: 'invoice' }, eventIds(1)),
  { kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' },
  { kind: 'field_ref', field: 'CommandLine', how: 'contains', other: 'Image' },
  not({ kind: 'field_ref', field: 'CommandLine', how: 'contains', other: 'Image' }),
  equals('Initiated', 'TRUE'),
  text('contains', 'Initiated', 'ru'),
  not(equals('Initiated', 'true')),
  text('contains', 'Hashes', 'MD5='),
  text('contains', 'Hashes', 'SHA256=A'),
  text('starts', 'MD5', '0'),
  text('regex', 'SHA1', '^[0-9A-F]{40}$'),
  text('contains', 'QueryResults', '203.0.113'),
  equals('QueryStatus', '0'),
  text('starts', 'QueryName', 'CDN.'),
  text('contains', 'Company', '®'),
  text('contains', 'Product', '® wIN'),
  text('contains', 'CommandLine', 'ÄÖ'),
  text('contains', 'CommandLine', '\u{1f600}'),
  text('contains', 'CommandLine', '\ud83d'),
  text('regex', 'CommandLine', 'ä\u00d6'),
  text('contains', 'CommandLine', 'a'.repeat(1_500)),
  and(...Array.from({ length: 12 }, () => not(text('contains', 'Image', 'x')))),
  or(...Array.from({ length: 510 }, (_, at) => text('contains', 'CommandLine', `word${at}`))),
  text('contains', 'TargetObject', '\\Run'),
  text('contains', 'Details', 'DWORD (0x0000000'),
  text('equals', 'Details', 'DWORD (0x00000001)'),
  text('contains', 'SourceImage', '.exe'),
  not(text('contains', 'SourceImage', '.exe')),
];

/** GUIDs in every spelling, as conditions of every kind. */
export function guidPredicates(guid: string): readonly Predicate[] {
  const bare = guid.replace(/[{}]/g, '');
  return [
    equals('ProcessGuid', bare.toUpperCase()),
    equals('ProcessGuid', `{${bare.toLowerCase()}}`),
    oneOf('ProcessGuid', [bare, guid]),
    oneOf(
      'ParentProcessGuid',
      Array.from({ length: 12 }, (_, at) => bare.slice(0, -2) + String(10 + at)).concat(bare),
    ),
    text('contains', 'ProcessGuid', bare.slice(4, 20).toUpperCase()),
    text('starts', 'ProcessGuid', bare.slice(0, 8)),
    text('starts', 'ProcessGuid', `{${bare.slice(0, 8)}`),
    text('ends', 'ProcessGuid', bare.slice(-6)),
    text('glob', 'ProcessGuid', `*${bare.slice(9, 13)}*`),
    text('regex', 'ProcessGuid', `^${bare.slice(0, 8)}-`),
    not(equals('ProcessGuid', bare)),
    not(equals('TargetProcessGUID', bare)),
  ];
}

const FIELDS = [...QUESTION_FIELDS].filter(isQuestionField);

/** Predicates made of pieces of real values, so that they often find something. */
export function predicatesAbout(events: readonly SysmonEvent[]): fc.Arbitrary<Predicate> {
  const leaf = fc.constantFrom(...FIELDS).chain((field) => {
    const values = [...new Set(events.flatMap((event) => fieldValue(event, field) ?? []))];
    return values.length === 0 ? fc.constant<Predicate>({ kind: 'exists', field }) : leafOf(field, values);
  });
  const ids = fc.uniqueArray(fc.constantFrom(...new Set(events.map(({ eventId }) => eventId))), {
    minLength: 1,
    maxLength: 4,
  });
  const any = fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: ids.map((list) => eventIds(...list)) },
  );
  return fc.letrec<{ predicate: Predicate }>((tie) => ({
    predicate: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      any,
      tie('predicate').map(not),
      fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((of) => and(...of)),
      fc.array(tie('predicate'), { minLength: 1, maxLength: 3 }).map((of) => or(...of)),
    ),
  })).predicate;
}

function leafOf(field: QuestionField, values: readonly string[]): fc.Arbitrary<Predicate> {
  const value = fc.constantFrom(...values);
  const piece = fc.tuple(value, fc.nat(40), fc.integer({ min: 1, max: 12 })).map(([whole, from, length]) => {
    const at = from % whole.length;
    return whole.slice(at, at + length);
  });
  const twisted = piece.chain((part) =>
    fc.constantFrom(part, part.toUpperCase(), part.toLowerCase(), `${part}*`, `?${part}`),
  );
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('contains', 'starts', 'ends', 'glob', 'equals'), twisted, fc.boolean())
      .map(([kind, part, cased]) => text(kind, field, part, cased)),
    value
      .chain((whole) => fc.constantFrom(whole, whole.toUpperCase(), whole.toLowerCase()))
      .map((whole) => equals(field, whole)),
    fc
      .tuple(piece, piece)
      .map(([a, b]) => text('regex', field, `${escapeRegex(a)}.*${escapeRegex(b)}|^${escapeRegex(b)}$`)),
    fc.array(value, { maxLength: 4 }).map((list) => oneOf(field, list)),
    fc
      .tuple(fc.constantFrom('lt', 'le', 'gt', 'ge'), fc.integer({ min: -5, max: 70_000 }))
      .map(([op, limit]): Predicate => ({ kind: 'compare', field, op, value: limit })),
    fc.constant<Predicate>({ kind: 'exists', field }),
    fc
      .constantFrom(...FIELDS)
      .map((other): Predicate => ({ kind: 'field_ref', field, how: 'contains', other })),
    piece.map((part): Predicate => ({ kind: 'keyword', value: part })),
  );
}

const escapeRegex = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
