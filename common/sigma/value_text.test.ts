import { globOf, hasWildcard, parseValueText, plainText } from './value_text';

describe('text of a Sigma value', () => {
  it.each([
    [String.raw`plain`, [{ text: 'plain' }]],
    [String.raw`a*b?c`, [{ text: 'a' }, 'any', { text: 'b' }, 'one', { text: 'c' }]],
    [String.raw`\*`, [{ text: '*' }]],
    [String.raw`\?`, [{ text: '?' }]],
    [String.raw`\\*`, [{ text: '\\' }, 'any']],
    [String.raw`\\\*`, [{ text: '\\*' }]],
    [String.raw`\\\\`, [{ text: '\\\\' }]],
    [String.raw`\\`, [{ text: '\\' }]],
    [String.raw`\Windows\n`, [{ text: '\\Windows\\n' }]],
    ['ends with \\', [{ text: 'ends with \\' }]],
    ['', []],
    ['a\n*', [{ text: 'a\n' }, 'any']],
  ])('%s', (value, parts) => expect(parseValueText(value)).toEqual(parts));

  it('goes into a glob with its plain stars and backslashes escaped', () => {
    expect(globOf(parseValueText(String.raw`C:\*\\*x`))).toBe(String.raw`C:\*\\*x`);
    expect(globOf([{ text: 'a\\b*' }, 'any'])).toBe(String.raw`a\\b\**`);
  });

  it('knows whether it has wildcards', () => {
    expect(hasWildcard(parseValueText(String.raw`\*`))).toBe(false);
    expect(hasWildcard(parseValueText('?'))).toBe(true);
    expect(plainText(parseValueText(String.raw`a\*b`))).toBe('a*b');
  });
});
