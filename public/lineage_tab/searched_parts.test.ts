import { searchedParts } from './searched_parts';

const MD5 = 'A92056D772260B39A876D01552496B2F';

test.each([
  ['Image', 'C:\\a.exe', [{ text: 'C:\\a.exe', search: 'C:\\a.exe' }]],
  ['Hashes', `MD5=${MD5},Unknown`, [{ text: `MD5=${MD5}`, search: MD5.toLowerCase() }, { text: 'Unknown' }]],
  ['Hash', 'Unknown', [{ text: 'Unknown' }]],
  ['CommandLine', 'cmd /c a,b', [{ text: 'cmd /c a,b' }]],
  ['User', '-', [{ text: '-' }]],
  ['User', '', [{ text: '' }]],
  ['Image', 'a'.repeat(1_001), [{ text: 'a'.repeat(1_001) }]],
])('%s %s', (field, value, expected) => expect(searchedParts(field, value)).toEqual(expected));
