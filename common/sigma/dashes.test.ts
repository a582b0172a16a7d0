import { spellingsOfDashes } from './dashes';
import { globOf, parseValueText } from './value_text';

const spellings = (value: string) => spellingsOfDashes(parseValueText(value))?.map(globOf);

describe('spellings of options (windash)', () => {
  it('writes one option with each of five dashes', () =>
    expect(spellings(' -enc ')).toEqual([' -enc ', ' /enc ', ' –enc ', ' —enc ', ' ―enc ']));

  it.each(['a-b', 'a/b', '- ', 'end-', 'é-b'])('%s has no option', (value) =>
    expect(spellings(value)).toEqual([value]),
  );

  it('takes the second of two slashes as one, as pySigma does', () =>
    expect(spellings('//x')).toContain('/-x'));

  it('writes all combinations', () => {
    expect(spellings('-a /b')).toHaveLength(25);
    expect(spellings('-a /b')).toContain('–a ―b');
  });

  it('keeps wildcards, and takes a piece after one as a beginning', () =>
    expect(spellings('x*-y')).toContain('x*/y'));

  it('gives up on more than four', () => expect(spellings(' -a -b -c -d -e')).toBeUndefined());
});
