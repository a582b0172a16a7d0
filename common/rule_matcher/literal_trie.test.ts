import fc from 'fast-check';
import { GrowingTrie, LiteralTrie } from './literal_trie';
import type { LiteralPlace } from './literal_trie';

interface Literal {
  readonly text: string;
  readonly place: LiteralPlace;
}

function search(literals: readonly Literal[], text: string): readonly number[] {
  const growing = new GrowingTrie();
  literals.forEach((literal, owner) => growing.add({ ...literal, owner }));
  const found = new Set<number>();
  new LiteralTrie(growing).search(text, (owner) => found.add(owner));
  return [...found].sort((a, b) => a - b);
}

const TESTS: Record<LiteralPlace, (text: string, literal: string) => boolean> = {
  contains: (text, literal) => text.includes(literal),
  starts: (text, literal) => text.startsWith(literal),
  ends: (text, literal) => text.endsWith(literal),
};

const naive = (literals: readonly Literal[], text: string): readonly number[] =>
  literals.flatMap(({ text: literal, place }, owner) => (TESTS[place](text, literal) ? [owner] : []));

describe('many literals in one pass', () => {
  it('finds literals inside, at the start, at the end, and inside each other', () => {
    const words = ['he', 'she', 'his', 'hers', 'r'].map((text): Literal => ({ text, place: 'contains' }));
    expect(search(words, 'ushers')).toEqual([0, 1, 3, 4]);
    expect(
      search(
        [
          { text: 'she', place: 'starts' },
          { text: 'us', place: 'starts' },
          { text: 'hers', place: 'ends' },
          { text: 'us', place: 'ends' },
        ],
        'ushers',
      ),
    ).toEqual([1, 2]);
    expect(search([], 'ushers')).toEqual([]);
    expect(search(words, '')).toEqual([]);
  });

  it('answers as a loop over all literals does', () => {
    const text = (length: number) =>
      fc.string({ unit: fc.constantFrom('a', 'b', '\\', 'é', '😀', '\ud83d'), maxLength: length });
    const literal = fc.record({
      text: text(5).filter((one) => one !== ''),
      place: fc.constantFrom<LiteralPlace>('contains', 'starts', 'ends'),
    });
    fc.assert(
      fc.property(fc.array(literal, { maxLength: 40 }), text(40), (literals, value) => {
        expect(search(literals, value)).toEqual(naive(literals, value));
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds one of more children than a short list has', () => {
    const literals = Array.from({ length: 3_000 }, (_, index): Literal => ({
      text: `x${String.fromCharCode(33 + index)}`,
      place: 'contains',
    }));
    expect(search(literals, `x${String.fromCharCode(33 + 2_999)}`)).toEqual([2_999]);
    expect(search(literals, `x${String.fromCharCode(33 + 3_000)}`)).toEqual([]);
  });
});
