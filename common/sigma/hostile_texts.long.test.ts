import { compileSigma } from './compile_sigma';
import { ruleText } from '../../test/sigma/sigma_fixture';
import { testHostileTexts } from '../../test/sigma/hostile_texts';
import { MAX_NODES, readYaml } from './yaml_tree';

/** A quarter of what is read at all: time grows with the length. */
const LENGTH = 250_000;
const HALF_A_MINUTE = 30_000;
const reasons = (text: string) =>
  readYaml(text).flatMap(({ problems }) => problems.list().map(({ reason }) => reason));

describe('hostile Sigma texts never throw, thousands of them', () => {
  jest.setTimeout(120_000);
  testHostileTexts(10_000);
});

describe('large hostile texts', () => {
  const full = (piece: string) => piece.repeat(Math.floor(LENGTH / piece.length));

  it.each([
    '---\na\n',
    'a: &a b\n',
    '&a ',
    '*a ',
    '"',
    "'",
    'a: |\n',
    '? ',
    '- ',
    '[',
    '{a: ',
    '#\n',
    '%\n',
    '!',
    ',',
    ' \n',
    '\t',
    '\u0000',
    'a: 1\n',
    '- *a\n',
    '<<: *a\n',
    '"\\x',
    '!!binary a\n',
    'title: a\n---\n',
  ])(
    'made of %j alone end in time',
    (piece) => expect(compileSigma([full(piece)])).toBeDefined(),
    2 * HALF_A_MINUTE,
  );

  it('with 100,000 keys are read without comparing each with each', () => {
    const [document] = readYaml(Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n'));
    expect(document?.root.kind === 'map' && document.root.entries).toHaveLength(100_000);
    expect(document?.problems.list()).toEqual([]);
  });

  it('with too many documents, values or brackets say so once', () => {
    expect(reasons('a: 1\n---\n'.repeat(20_000))).toEqual([expect.stringContaining('documents')]);
    expect(reasons(`[${'1,'.repeat(MAX_NODES + 10)}]`)).toEqual([expect.stringContaining('values')]);
    expect(reasons(`a: ${'['.repeat(100_000)}`)).toEqual(['The text is nested too deeply to be read.']);
  });

  it('with 100,000 values in a list are one condition', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `v${index}`).join(',');
    const [rule] = compileSigma([ruleText(`  a:\n    Image: [${values}]\n  condition: a`)]).rules;
    expect(rule?.problems).toEqual([]);
    expect(rule?.predicate).toMatchObject({ kind: 'and', of: [{ kind: 'event_id' }, { kind: 'in' }] });
  });
});
