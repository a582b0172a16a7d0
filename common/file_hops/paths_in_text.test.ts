import fc from 'fast-check';
import { pathsInText } from './paths_in_text';

it.each([
  ['a quoted path with spaces', '"C:\\Program Files\\a b\\x.exe" -k', 'C:\\Program Files\\a b\\x.exe'],
  ['one without quotes', 'cmd /c start C:\\Users\\u\\x.eXe', 'C:\\Users\\u\\x.eXe'],
  ['one without quotes, with spaces', 'cmd /c C:\\My Files\\x y.bat arg', 'C:\\My Files\\x y.bat'],
  ['what rundll32 is given', 'rundll32.exe C:\\t\\x.dll,Entry', 'C:\\t\\x.dll'],
  ['a response file', 'csc.exe /noconfig @"C:\\t\\a.cmdline"', 'C:\\t\\a.cmdline'],
  ['a stream', 'wscript C:\\t\\a.txt:evil.js', 'C:\\t\\a.txt:evil.js'],
  ['the file of a stream', 'wscript C:\\t\\a.txt:evil.js', 'C:\\t\\a.txt'],
  ['a share', 'cmd /c \\\\srv\\c$\\x.exe', '\\\\srv\\c$\\x.exe'],
  ['a URL of a file', 'mshta file:///C:/t/x.hta', 'C:/t/x.hta'],
  ['PowerShell quotes', "iex (gc 'C:\\t\\x y.ps1')", 'C:\\t\\x y.ps1'],
  ['an option', 'msbuild /p:file=C:\\t\\x.proj', 'C:\\t\\x.proj'],
])('finds %s', (_, text, path) => {
  expect(pathsInText(text)).toContain(path);
});

it.each([
  ['a bare name', 'powershell.exe x.ps1'],
  ['a URL', 'iexplore.exe http://example.com/a.zip'],
  ['an option', 'cmd /c ping'],
  ['a drive alone', 'vol C:\\'],
  ['nothing', ''],
])('finds no path in %s', (_, text) => {
  expect(pathsInText(text)).toEqual([]);
});

it('never reads past a closing quote or what no file name holds', () => {
  expect(pathsInText('"C:\\a.exe" C:\\b.exe')).toEqual(['C:\\a.exe', 'C:\\b.exe']);
  expect(pathsInText('type C:\\a.txt>C:\\b.txt')).toEqual(['C:\\a.txt', 'C:\\b.txt']);
});

it('gives only pieces of the text, and few, whatever the text', () => {
  const piece = fc.constantFrom('C:\\', ' ', 'x.exe', '"', "'", ',', '\\\\s\\', '\u0000', '日本', '%', 'D:/');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join('');
      const paths = pathsInText(text);
      expect(paths.every((path) => text.includes(path) && path.length <= 1024)).toBe(true);
      expect(paths.length).toBeLessThanOrEqual(400 * 49);
    }),
  );
});
