import fc from 'fast-check';
import { fileName, middleCut, middlePath } from './middle_cut';

const LONE_SURROGATE = /\p{Cs}/u;

describe('middleCut', () => {
  it('keeps start and end', () => {
    expect(middleCut('powershell.exe -nop -w hidden -c IEX(DownloadFile("http"))', 21)).toBe(
      'powershell…e("http"))',
    );
  });
  it('leaves what fits', () => expect(middleCut('cmd.exe', 7)).toBe('cmd.exe'));
  it('is never longer than allowed and never splits a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const cut = middleCut(text, max);
        return cut.length <= max && (LONE_SURROGATE.test(text) || !LONE_SURROGATE.test(cut));
      }),
    );
  });
  it('is quick on a megabyte', () => expect(middleCut('x'.repeat(1_000_000), 40)).toHaveLength(40));
});

describe('fileName', () => {
  it.each([
    ['C:\\Windows\\System32\\cmd.exe', 'cmd.exe'],
    ['cmd.exe', 'cmd.exe'],
    ['C:\\Windows\\', 'Windows'],
    ['/usr/bin/bash', 'bash'],
    ['\\', '\\'],
  ])('%s -> %s', (path, name) => expect(fileName(path)).toBe(name));
});

describe('middlePath', () => {
  it('keeps the drive and the last two parts', () => {
    expect(middlePath('C:\\Users\\urawa\\AppData\\Local\\Temp\\Local\\TempNcF88.eXe', 36)).toBe(
      'C:\\Users\\…\\Local\\TempNcF88.eXe',
    );
  });
  it('still obeys the limit when the last parts are long', () => {
    expect(middlePath(`C:\\a\\b\\c\\${'d'.repeat(80)}.exe`, 30).length).toBeLessThanOrEqual(30);
  });
});
