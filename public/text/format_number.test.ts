import { compactCount, formatCount } from './format_number';

describe('compactCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1k'],
    [1299, '1.2k'],
    [9999, '9.9k'],
    [27_298, '27k'],
    [999_999, '999k'],
    [1_100_000, '1.1M'],
    [2_000_000_000, '2B'],
  ])('%d -> %s', (value, text) => expect(compactCount(value)).toBe(text));
});

it('formatCount separates thousands', () => expect(formatCount(8412, 'en')).toBe('8,412'));
