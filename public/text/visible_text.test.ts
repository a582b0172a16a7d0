import fc from 'fast-check';
import { visibleText } from './visible_text';

describe('visibleText', () => {
  it.each([
    ['right-to-left override', 'invoice\u202Egpj.exe', 'invoice[U+202E]gpj.exe'],
    ['zero width space', 'power\u200Bshell', 'power[U+200B]shell'],
    ['byte order mark', '\uFEFFcmd', '[U+FEFF]cmd'],
    ['isolates', '\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['tabulator and NUL', 'a\tb\0', 'a[U+0009]b[U+0000]'],
    ['line ends', 'a\r\nb\nc\rd', 'a⏎b⏎c[U+000D]d'],
    ['no-break space', 'a\u00a0b', 'a[U+00A0]b'],
    ['lone surrogate', 'a\ud800b', 'a[U+D800]b'],
    ['tag characters beyond the first plane', 'a\u{e0041}', 'a[U+E0041]'],
    ['hangul filler', 'a\u3164', 'a[U+3164]'],
  ])('writes out: %s', (_, text, shown) => expect(visibleText(text)).toBe(shown));

  it.each([
    'C:\\Users\\情報\\TempNcF88.eXe -x "a b"',
    'ファイル\u3000名',
    'émile 🙂',
    '<script>alert(1)</script>',
  ])('leaves ordinary text alone: %s', (text) => expect(visibleText(text)).toBe(text));

  it('never lets a control or bidi character through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u.test(visibleText(text)),
      ),
    );
  });
});
