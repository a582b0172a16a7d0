import type { SysmonEvent } from '../sysmon/sysmon_event';
import { matches } from './matches';
import { and, equals, eventIds, not, oneOf, or } from './predicate';
import type { Predicate, TextCondition } from './predicate';

const EVENT: SysmonEvent = {
  ref: { index: 'i', id: '1' },
  eventId: 1,
  host: 'PC-SALES-07',
  time: { ms: 1_709_630_042_118, source: 'UtcTime' },
  recordId: '48211',
  schema: 'flat',
  fields: {
    ProcessGuid: '{3F2C91AA-E1DA-65E6-5803-000000000500}',
    ParentProcessGuid: '3f2c91aa-e1d0-65e6-5103-000000000500',
    Image: 'C:\\Windows\\System32\\cmd.exe',
    CommandLine: 'cmd /c copy "Ünïcode*.txt" [x] ?',
    ProcessId: '0412',
    Hashes: 'SHA1=B6D237154F2E528F0B503B58B025862D66B02B73,MD5=0E61079D3283687D2E279272966AE99D',
    ParentImage: 'C:\\WINDOWS\\system32\\CMD.EXE',
    User: '',
  },
};
const NETWORK: SysmonEvent = {
  ...EVENT,
  eventId: 3,
  fields: {
    SourceIp: 'fe80:0:0:0:44af:1:2:3%12',
    DestinationIp: '::ffff:203.0.113.77',
    DestinationPort: '443',
  },
};
const on = (
  kind: TextCondition['kind'],
  field: TextCondition['field'],
  value: string,
  cased?: boolean,
): Predicate => ({
  kind,
  field,
  value,
  ...(cased && { cased }),
});

test.each<[string, Predicate]>([
  ['text without case', equals('Image', 'c:\\windows\\system32\\CMD.EXE')],
  ['letters beyond ASCII without case', on('contains', 'CommandLine', 'üNÏCODE')],
  ['glob signs are plain outside globs', on('contains', 'CommandLine', '*.txt" [x] ?')],
  ['a glob', on('glob', 'Image', '?:*\\system32\\C?D.*')],
  ['a backslash before a glob sign', on('glob', 'Image', '?:\\\\*\\\\CMD.EXE')],
  ['an escaped glob sign', on('glob', 'CommandLine', '*\\*.txt*\\?')],
  ['a regular expression anywhere in the text', on('regex', 'Image', '\\bSYSTEM32\\b')],
  ['a GUID with other braces and case', equals('ProcessGuid', '3f2c91aa-e1da-65e6-5803-000000000500')],
  [
    'a GUID that is stored without braces',
    equals('ParentProcessGuid', '{3F2C91AA-E1D0-65E6-5103-000000000500}'),
  ],
  ['the beginning of a GUID', on('starts', 'ProcessGuid', '{3f2c91aa')],
  ['a number by value', equals('ProcessId', '412')],
  ['one hash of several', equals('MD5', '0e61079d3283687d2e279272966ae99d')],
  [
    'a value of the header',
    and(equals('Computer', 'pc-sales-07'), equals('EventID', '1'), equals('RecordID', '48211')),
  ],
  ['the channel that all have', on('contains', 'Channel', 'sysmon/operational')],
  ['two fields compared', { kind: 'field_ref', field: 'Image', how: 'equals', other: 'ParentImage' }],
  ['a text in any field', { kind: 'keyword', value: 'sales-07' }],
  ['one of many', oneOf('Image', ['x', 'C:\\WINDOWS\\SYSTEM32\\CMD.EXE'])],
  ['not of a field that is missing', not(equals('QueryName', 'example.org'))],
  ['empty text as no value', not({ kind: 'exists', field: 'User' })],
  ['and of nothing', and()],
])('%s fits', (_, predicate) => {
  expect(matches(predicate, EVENT)).toBe(true);
});

test.each<[string, Predicate]>([
  ['case where it is asked for', on('equals', 'Image', 'c:\\windows\\system32\\cmd.exe', true)],
  ['a star in equals', equals('Image', 'C:\\Windows\\*')],
  ['a missing field', { kind: 'exists', field: 'QueryName' }],
  ['a missing field compared', { kind: 'field_ref', field: 'Image', how: 'contains', other: 'QueryName' }],
  ['an empty text', equals('User', '')],
  ['a part of a number', equals('ProcessId', '41')],
  ['a number larger than itself', { kind: 'compare', field: 'ProcessId', op: 'gt', value: 412 }],
  ['a comparison of text', { kind: 'compare', field: 'Image', op: 'ge', value: 0 }],
  ['another event', eventIds(3, 5)],
  ['or of nothing', or()],
  ['a pattern that cannot be read', on('regex', 'Image', '(')],
])('%s does not fit', (_, predicate) => {
  expect(matches(predicate, EVENT)).toBe(false);
});

test.each<[string, Predicate, boolean]>([
  ['an address in another spelling', equals('SourceIp', 'fe80::44af:1:2:3'), true],
  ['a mapped IPv4 address', equals('DestinationIp', '203.0.113.77'), true],
  ['an address in a network', { kind: 'cidr', field: 'DestinationIp', value: '203.0.113.64/26' }, true],
  ['an address with a zone in a network', { kind: 'cidr', field: 'SourceIp', value: 'fe80::/10' }, true],
  [
    'an address outside a network',
    { kind: 'cidr', field: 'DestinationIp', value: '203.0.113.128/25' },
    false,
  ],
  ['IPv4 in a network of IPv6', { kind: 'cidr', field: 'DestinationIp', value: '::/0' }, false],
  ['an octal address', equals('DestinationIp', '0313.0.113.77'), false],
])('%s: %#', (_, predicate, fits) => {
  expect(matches(predicate, NETWORK)).toBe(fits);
});

test('the Kelvin sign is no k, as in the upper-case table of Windows', () => {
  const event = { ...EVENT, fields: { Image: '\u212Aernel.exe' } };
  expect(matches(on('starts', 'Image', 'kernel'), event)).toBe(false);
  expect(matches(on('starts', 'Image', '\u212AERNEL'), event)).toBe(true);
});

test('a regular expression that explodes elsewhere ends at once', () => {
  const event = { ...EVENT, fields: { CommandLine: `${'a'.repeat(30_000)}!` } };
  const began = performance.now();
  expect(matches(on('regex', 'CommandLine', '^(a+)+$'), event)).toBe(false);
  expect(performance.now() - began).toBeLessThan(5_000);
});
