import { testOf } from '../../predicate/text_condition';
import type { FieldForm, FormCondition } from '../field_forms';
import { DNS_ANSWERS } from './dns_results';
import { DNS_STATUS } from './dns_status';
import { INITIATED } from './enumerated';
import { HASHES, hashInText, hashParts, RELATED_HASHES } from './hash_forms';
import { messageLine } from './message_line';
import { EVENT_TYPE_OF_SYSMON } from './not_shippers_own';
import { REGISTRY_DETAILS } from './registry_details';
import { USER_NAME } from './user_name';

const ask = (form: FieldForm, paths: readonly string[], condition: FormCondition) =>
  form.ask({ condition, paths, test: testOf('Image', condition) });
const on = (path: string, kind: 'equals' | 'contains' | 'starts' | 'ends', value: string) => ({
  kind: 'on',
  path,
  condition: { kind, value },
});

const HASH_PATHS = ['sha1', 'md5', 'sha256', 'imphash'];
const MD5 = '0E61079D3283687D2E279272966AE99D';

describe('frequent questions stay exact, so that the engine alone answers and counts', () => {
  it.each<[string, FieldForm, readonly string[], FormCondition, unknown]>([
    [
      'Hashes contains MD5=...',
      HASHES,
      HASH_PATHS,
      { kind: 'contains', value: `MD5=${MD5}` },
      on('md5', 'equals', MD5),
    ],
    [
      'Hashes contains the start of an IMPHASH',
      HASHES,
      HASH_PATHS,
      { kind: 'contains', value: 'IMPHASH=c892' },
      on('imphash', 'starts', 'c892'),
    ],
    [
      'User is DOMAIN\\name',
      USER_NAME,
      ['d', 'n'],
      { kind: 'equals', value: 'NT AUTHORITY\\SYSTEM' },
      { kind: 'and', of: [on('d', 'equals', 'NT AUTHORITY'), on('n', 'equals', 'SYSTEM')] },
    ],
    [
      'Initiated is true',
      INITIATED,
      ['p'],
      { kind: 'equals', value: 'true' },
      { kind: 'or', of: [on('p', 'equals', 'egress'), on('p', 'equals', 'outbound')] },
    ],
    [
      'QueryStatus is 9003',
      DNS_STATUS,
      ['p'],
      { kind: 'equals', value: '9003' },
      { kind: 'or', of: [on('p', 'equals', 'DNS_ERROR_RCODE_NAME_ERROR'), on('p', 'equals', '9003')] },
    ],
    [
      'Details contains a path',
      REGISTRY_DETAILS,
      ['t', 's'],
      { kind: 'contains', value: 'C:\\Users' },
      on('s', 'contains', 'C:\\Users'),
    ],
    [
      'MD5 out of a text',
      hashInText('MD5'),
      ['p'],
      { kind: 'equals', value: MD5 },
      { kind: 'or', of: [on('p', 'contains', `MD5=${MD5}`)] },
    ],
    [
      'EventType is SetValue',
      EVENT_TYPE_OF_SYSMON,
      ['p'],
      { kind: 'equals', value: 'SetValue' },
      { kind: 'or', of: [on('p', 'equals', 'SetValue')] },
    ],
  ])('%s', (_name, form, paths, condition, question) =>
    expect(ask(form, paths, condition)).toEqual({ question, exact: true }),
  );

  it('a text that may be part of a name of an algorithm is not asked of values alone', () =>
    expect(ask(HASHES, HASH_PATHS, { kind: 'contains', value: 'A256' }).exact).toBe(false));

  it('EventType containing "in" also fits INFO, so it is a superset', () =>
    expect(ask(EVENT_TYPE_OF_SYSMON, ['p'], { kind: 'contains', value: 'in' }).exact).toBe(false));

  it('an answer is looked for in the data of answers, without the prefix that the module strips', () =>
    expect(
      ask(DNS_ANSWERS, ['dns.answers', 'ip', 'grouped', 'types', 'data'], {
        kind: 'contains',
        value: '::ffff:192.0.2.7',
      }),
    ).toEqual({
      question: {
        kind: 'or',
        of: [
          on('data', 'contains', '192.0.2.7'),
          on('ip', 'contains', '192.0.2.7'),
          on('grouped', 'contains', '192.0.2.7'),
        ],
      },
      exact: false,
    }));

  it('a line of the message is a superset', () =>
    expect(ask(messageLine('ProcessId'), ['Message'], { kind: 'equals', value: '4711' })).toEqual({
      question: { kind: 'or', of: [on('Message', 'contains', 'ProcessId: 4711')] },
      exact: false,
    }));
});

describe('hashes', () => {
  it('are printed in the order and case of Sysmon', () =>
    expect(HASHES.read(['aa', 'bb', undefined, 'cc'])).toBe('SHA1=AA,MD5=BB,IMPHASH=CC'));
  it('of zeros are left out by the module', () =>
    expect(HASHES.write('MD5=AB,IMPHASH=00000000000000000000000000000000')).toEqual([
      undefined,
      'ab',
      undefined,
      undefined,
    ]));
  it('leave out what is none', () =>
    expect([...hashParts('MD5=AB, SHA1=xyz,FOO=12,,=')]).toEqual([['MD5', 'AB']]));
  it('out of related.hash are told by length, where 32 digits are ambiguous', () =>
    expect(RELATED_HASHES.read([[MD5.toLowerCase(), 'ab'.repeat(32), 'cd'.repeat(20), 'no hash']])).toBe(
      `SHA1=${'CD'.repeat(20)},SHA256=${'AB'.repeat(32)}`,
    ));
});

describe('DNS answers', () => {
  it.each([
    ['type:  5 a.example;type:  5 b.example;::ffff:192.0.2.1;::ffff:192.0.2.2;', 'aliases and addresses'],
    ['type:  6 ;::ffff:10.0.1.14;', 'SOA without data'],
    ['type:  12 host.example;', 'PTR'],
    ['fe80::1;::1;', 'link-local and loopback'],
  ])('%s: %s', (text) => expect(DNS_ANSWERS.read(DNS_ANSWERS.write(text))).toBe(text));

  it('lose the piece of an address that Sysmon cut off', () =>
    expect(DNS_ANSWERS.read(DNS_ANSWERS.write('type:  5 x;192.5'))).toBe('type:  5 x;'));
  it('of a failed lookup are none', () => expect(DNS_ANSWERS.read(DNS_ANSWERS.write('-'))).toBeUndefined());
});

describe('registry details', () => {
  it('lose the high part of a QWORD, which the module shifts by 8 bits only', () =>
    expect(REGISTRY_DETAILS.read(REGISTRY_DETAILS.write('QWORD (0x00000001-0x00000002)'))).toBe(
      'QWORD (0x00000000-0x00000102)',
    ));
  it.each(['DWORD (0x00000004)', 'QWORD (0x00000000-0x0000000a)', 'Binary Data', 'C:\\x.exe', '4'])(
    '%s comes back',
    (text) => expect(REGISTRY_DETAILS.read(REGISTRY_DETAILS.write(text))).toBe(text),
  );
});
