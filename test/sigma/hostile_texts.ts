import fc from 'fast-check';
import { checkPredicate } from '../../common/predicate/check_predicate';
import { canRun } from '../../common/sigma/compile_rule';
import { compileSigma } from '../../common/sigma/compile_sigma';

const RULE = `title: Seed
id: 33333333-3333-4333-8333-333333333333
logsource: {category: process_creation, product: windows}
detection:
  selection:
    Image|endswith: ['\\\\a.exe', '*b?']
    CommandLine|re|i: 'x(y|z)+'
  filter_1:
    - User|contains|all: [a, b]
    - ParentImage: null
  keywords: [one]
  condition: selection and not 1 of filter_* or keywords
correlation_not: 1
`;

/** Words with a meaning somewhere in Sigma or YAML, thrown together. */
const WORDS = [
  'title',
  'id',
  'logsource',
  'category',
  'detection',
  'condition',
  'filter',
  'correlation',
  'rules',
  'any',
  'selection',
  'process_creation',
  'Image',
  '|contains',
  '|re',
  '|all',
  '|windash',
  '|base64offset',
  '|cidr',
  '|fieldref',
  '|exists',
  '|wide',
  '|hour',
  '|neq',
  '__proto__',
  'constructor',
  ': ',
  ':\n',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '* ',
  '&a ',
  '*a ',
  '? ',
  '| ',
  '> ',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ', ',
  '!!',
  '%',
  '#',
  '---\n',
  '...',
  '1 of ',
  'all of ',
  'them',
  ' and ',
  ' or ',
  ' not ',
  '\\',
  '0x1f',
  '007',
  '~',
  'null',
  'true',
  '1e999',
  '.nan',
  '\t',
  '\u0000',
  '\ud800',
  '(?i)',
  '<<',
];

/** Every outcome is sound: problems have a place, and a rule that can run can be asked. */
function expectSound(text: string): void {
  const { rules, correlations, filters } = compileSigma([text]);
  for (const { problems } of [...rules, ...correlations, ...filters])
    for (const { position, reason } of problems) {
      expect(position.line).toBeGreaterThan(0);
      expect(position.column).toBeGreaterThan(0);
      expect(reason).not.toBe('');
    }
  for (const rule of rules.filter(canRun)) expect(checkPredicate(rule.predicate)).toEqual([]);
}

/** The tests themselves; the long run only asks more often. */
export function testHostileTexts(numRuns: number): void {
  const RUNS = { numRuns };

  it('any text', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSound), RUNS));

  it('words of Sigma in any order', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) =>
        expectSound(words.join('')),
      ),
      RUNS,
    ));

  it('a rule with pieces replaced', () => {
    const at = fc.nat({ max: RULE.length });
    const edit = fc.record({ at, remove: fc.nat({ max: 12 }), insert: fc.constantFrom(...WORDS) });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
        expectSound(
          edits.reduce(
            (text, one) => text.slice(0, one.at) + one.insert + text.slice(one.at + one.remove),
            RULE,
          ),
        ),
      ),
      RUNS,
    );
  });

  it('any item under any modifiers', () => {
    const modifiers = fc.array(fc.constantFrom(...WORDS.filter((word) => word.startsWith('|'))), {
      maxLength: 4,
    });
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('10.0.0.0/8', 'ParentImage', '-a /b'),
    );
    fc.assert(
      fc.property(modifiers, fc.array(value, { maxLength: 3 }), (names, values) =>
        expectSound(
          `${RULE.split('detection')[0] ?? ''}detection: {"a": {${JSON.stringify(`Image${names.join('')}`)}: ${JSON.stringify(values)}}, "condition": "a"}\n`,
        ),
      ),
      RUNS,
    );
  });

  it('names of prototypes everywhere', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expectSound(
        `title: ${name}\n${name}: {a: 1}\nlogsource: {category: ${name}, ${name}: x}\ndetection: {${name}: {${name}: x, "Image|${name}": y}, condition: ${name}}\nlevel: ${name}\n`,
      );
    expect(Object.prototype).not.toHaveProperty('a');
  });
}
