import { predicateSchema } from '../../common/api/predicate_schema';
import { cleanInput, detectType } from './detect_type';
import { findPredicate } from './find_predicate';

describe('cleanInput', () => {
  it.each([
    ['hxxp://evil[.]example[.]com/a', 'http://evil.example.com/a'],
    ['hxxps[://]evil[dot]com', 'https://evil.com'],
    ['10.0[.]0.1', '10.0.0.1'],
    ['ｐｏｗｅｒｓｈｅｌｌ．ｅｘｅ', 'powershell.exe'],
    ['  "C:\\a b\\c.exe" ', 'C:\\a b\\c.exe'],
    ['user[at]example.com', 'user@example.com'],
  ])('%s -> %s', (typed, meant) => expect(cleanInput(typed)).toBe(meant));
});

describe('detectType', () => {
  it.each([
    ['{9f32b55f-7c4e-5f98-0000-0010d8a55b01}', 'guid'],
    ['9F32B55F-7C4E-5F98-0000-0010D8A55B01', 'guid'],
    ['a92056d772260b39a876d01552496b2f', 'hash'],
    ['a92056d772260b39a876d01552496b2fa92056d7', 'hash'],
    ['a92056d772260b39a876d01552496b2fa92056d772260b39a876d01552496b2f', 'hash'],
    ['a92056d772260b39a876d01552496b2', 'text'],
    ['192.168.1.23', 'ip'],
    ['fe80::1', 'ip'],
    ['192.168.1.0/24', 'cidr'],
    ['2001:db8::/32', 'cidr'],
    ['HKLM\\Software\\Run', 'registry'],
    ['\\lsass', 'path'],
    ['C:\\Windows\\System32\\cmd.exe', 'path'],
    ['TempNcF88.eXe', 'file'],
    ['bill.js', 'file'],
    ['Win7_64JP_01.example.com', 'name'],
    ['www.example.com', 'name'],
    ['1', 'text'],
    ['1.2', 'text'],
    ['EX\\urawa', 'text'],
    ['powershell', 'text'],
    ['情報', 'text'],
  ])('%s is %s', (text, type) => expect(detectType(text)).toBe(type));
});

describe('findPredicate', () => {
  it.each([
    '{9f32b55f-7c4e-5f98-0000-0010d8a55b01}',
    'a92056d772260b39a876d01552496b2f',
    '10.0.0.1',
    '10.0.0.0/8',
    'HKLM\\x',
    '\\pipe',
    'a.exe',
    'www.example.com',
    'x',
  ])('the server takes the question for %s', (value) =>
    expect(
      predicateSchema.safeParse(findPredicate({ type: detectType(value), value, hosts: ['A'] })).success,
    ).toBe(true),
  );

  it('asks MD5 and IMPHASH for 32 digits', () => {
    const value = 'a92056d772260b39a876d01552496b2f';
    expect(findPredicate({ type: 'hash', value, hosts: [] })).toEqual({
      kind: 'or',
      of: [
        { kind: 'equals', field: 'MD5', value },
        { kind: 'equals', field: 'IMPHASH', value },
      ],
    });
  });

  it('without a value asks for everything of the hosts', () => {
    expect(findPredicate({ type: 'text', value: '', hosts: [] })).toEqual({ kind: 'all' });
    expect(findPredicate({ type: 'text', value: '', hosts: ['A'] })).toEqual({
      kind: 'in',
      field: 'Computer',
      values: ['A'],
    });
  });
});
