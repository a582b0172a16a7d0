import fc from 'fast-check';
import { compileRegex } from '../../common/predicate/regex';
import { luceneRegexp } from './lucene_regexp';

test.each([
  ['cmd', '.*[Cc][Mm][Dd].*', true],
  ['^c:\\\\', '[Cc]\\:\\\\.*', true],
  ['\\.exe$', '.*\\.[Ee][Xx][Ee]', true],
  ['^$', '()', true],
  ['a|^b$', '.*[Aa].*|[Bb]', true],
  ['(?i)x', '.*[Xx].*', true],
  ['(?i)^x', '[Xx].*', true],
  ['(?-i)x', '.*x.*', true],
  ['k', '.*[Kk\u212a].*', true],
  ['[^k]', '.*[\u0000-JL-jl-\u2129\u212b-\u{10ffff}].*', true],
  ['(?:a|b){2,3}?', '.*(([Aa]|[Bb])){2,3}.*', true],
  ['\\d+"#~@&<>', '.*([0-9])+\\"\\#\\~\\@\\&\\<\\>.*', true],
  ['[!-1]', '.*[\\!\\"\\#\\$\\%\\&\\\'\\(\\)\\*\\+\\,\\-\\.\\/0-1].*', true],
  ['\\bcmd\\b', '.*[Cc][Mm][Dd].*', false],
  ['a^b', '.*[Aa][Bb].*', false],
  ['\u00e4', '.*..*', false],
  ['\u60c5\u5831', '.*\u60c5\u5831.*', true],
])('%s becomes %s', (pattern, text, exact) => {
  expect(luceneRegexp(pattern)).toEqual({ text, exact });
});

test.each(['\\pL', '[[:alpha:]]', '\\Qa.b\\E', '^*', `${'abc'.repeat(200)}`])(
  '%s has no counterpart',
  (pattern) => {
    expect(luceneRegexp(pattern)).toBeUndefined();
  },
);

/** JavaScript reads what is written here like Lucene does: only classes, groups, repetition and escaped signs. */
const asJavaScript = (text: string) =>
  new RegExp(
    `^(?:${text.replace(/\\([^0-9A-Za-z])/g, (_, sign: string) => `\\u{${sign.charCodeAt(0).toString(16)}}`)})$`,
    'su',
  );

test('fits whatever RE2 fits, and nothing else where it says so', () => {
  const atom = fc.constantFrom(
    'a',
    'K',
    's',
    '\\.',
    '.',
    '\\d',
    '\\w',
    '[^a]',
    '[a-k]',
    '\\s',
    '\\W',
    '[^\\w ]',
    '\\b',
    '^',
    '$',
    '\u00e4',
  );
  const piece = fc
    .tuple(atom, fc.constantFrom('', '', '', '*', '+?', '{1,2}'))
    .map(([a, q]) => (/^(\\b|\^|\$)$/.test(a) ? a : a + q));
  const pattern = fc
    .array(
      fc.oneof(
        piece,
        fc.constant('|'),
        piece.map((one) => `(${one}|b)`),
      ),
      { maxLength: 6 },
    )
    .map((all) => all.join(''));
  const subject = fc.string({
    unit: fc.constantFrom(
      'a',
      'A',
      'b',
      'K',
      '\u212a',
      's',
      '\u017f',
      '.',
      '7',
      ' ',
      '\n',
      '\u00c4',
      '\u60c5',
    ),
    maxLength: 8,
  });
  let exact = 0;
  fc.assert(
    fc.property(pattern, subject, (source, text) => {
      const wanted = compileRegex(source);
      const got = luceneRegexp(source);
      if (typeof wanted !== 'function' || !got) return;
      const fits = asJavaScript(got.text).test(text);
      if (wanted(text)) expect(fits).toBe(true);
      if (got.exact) {
        exact += 1;
        expect(fits).toBe(wanted(text));
      }
    }),
    { numRuns: 5_000, seed: Number(process.env.SEED ?? 20_240_305) },
  );
  expect(exact).toBeGreaterThan(500);
});
