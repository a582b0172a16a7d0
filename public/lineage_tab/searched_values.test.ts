import { searchedValues } from './searched_values';

test.each([
  ['Image', 'C:\\a.exe', ['C:\\a.exe']],
  ['Hashes', 'MD5=A92056D772260B39A876D01552496B2F,IMPHASH=00', ['a92056d772260b39a876d01552496b2f', '00']],
  ['Hash', 'Unknown', []],
  ['CommandLine', 'cmd /c a', []],
  ['User', '-', []],
  ['Image', 'a'.repeat(1_001), []],
])('%s %s', (field, value, expected) => expect(searchedValues(field, value)).toEqual(expected));
