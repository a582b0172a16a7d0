import fc from 'fast-check';
import { foldCase } from '../predicate/fold_case';
import type { TextCondition } from '../predicate/predicate';
import { testOf } from '../predicate/text_condition';
import { requiredText } from './required_text';

const regex = (value: string, cased = true) => requiredText({ kind: 'regex', value, cased });

describe('text that a pattern needs', () => {
  it.each<[string, string | undefined]>([
    ['PowerShell', 'powershell'],
    ['a.*longest+', 'longest'],
    ['abc?d', 'ab'],
    ['abc*d', 'ab'],
    ['ab{0,3}cd', 'cd'],
    ['ab{2}cd', 'ab'],
    ['abc{3,}', 'abc'],
    ['^start$', 'start'],
    ['[abc]xyz[^]q]', 'xyz'],
    ['[]x]abc', 'abc'],
    ['[[:alpha:]]ab', 'ab'],
    [String.raw`\.exe\s+\d`, '.exe'],
    [String.raw`a\\b`, 'a\\b'],
    ['a|b', undefined],
    ['(?:a|bcd)ef', 'ef'],
    ['(abc)', undefined],
    ['(?i)mask', 'ma'],
    ['ab(?i)*', undefined],
    [String.raw`\x41bc`, undefined],
    [String.raw`\Qa|b\E`, undefined],
    [String.raw`(\Q)\E)ab`, undefined],
    ['', undefined],
    ['ab)', undefined],
  ])('%s', (pattern, text) => expect(regex(pattern)).toBe(text));

  it('leaves letters out that more than two letters fit', () => {
    expect(regex('askew', false)).toBe('ew');
    expect(regex('straße', false)).toBe('tra');
  });

  it('is the longest piece of a glob, and a cased text itself', () => {
    expect(requiredText({ kind: 'glob', value: String.raw`*AB?cde\**` })).toBe('cde*');
    expect(requiredText({ kind: 'glob', value: '*?' })).toBeUndefined();
    expect(requiredText({ kind: 'contains', value: 'AbC', cased: true })).toBe('abc');
    expect(requiredText({ kind: 'contains', value: 'A\ud801', cased: true })).toBeUndefined();
  });

  it('is in every value that fits', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      'k',
      'K',
      's',
      'é',
      'ß',
      '.',
      '*',
      '+',
      '?',
      '{0}',
      '{1,2}',
      '(',
      '(?:',
      '(?i)',
      ')',
      '|',
      '[ab]',
      '[^a]',
      '\\d',
      '\\.',
      '\\b',
      '\\Q',
      '\\E',
      '^',
      '$',
      '\\x41',
      '\\pL',
    );
    const value = fc.string({
      unit: fc.constantFrom('a', 'A', 'b', 'B', 'k', '\u212a', 's', 'ſ', 'É', 'ß', 'ẞ', '.', '1'),
      maxLength: 12,
    });
    const kind = fc.constantFrom<TextCondition['kind']>('regex', 'regex', 'glob', 'contains', 'equals');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        value,
        kind,
        fc.boolean(),
        (pieces, text, how, cased) => {
          const condition = { kind: how, value: pieces.join(''), cased };
          const required = requiredText(condition);
          if (required !== undefined && testOf('CommandLine', condition)(text))
            expect(foldCase(text)).toContain(required);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
