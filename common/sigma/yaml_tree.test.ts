import { MAX_NODES, MAX_TEXT_LENGTH, readYaml } from './yaml_tree';
import type { YamlNode } from './yaml_tree';

const read = (text: string) =>
  readYaml(text).map(({ root, problems, text: own }) => ({
    data: plain(root),
    problems: problems.list(),
    own,
  }));

function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key, plain(value)]);
}

const reasons = (text: string) =>
  readYaml(text).flatMap(({ problems }) => problems.list().map(({ reason }) => reason));

describe('YAML as a tree with places', () => {
  it('reads values of the core schema and keeps how they were written', () => {
    const [document] = readYaml('a: 0x10\nb: 007\nc: true\nd: ~\ne: no\nf: "1"\ng: 2024-01-02\n');
    expect(document && plain(document.root)).toEqual([
      ['a', 16],
      ['b', 7],
      ['c', true],
      ['d', null],
      ['e', 'no'],
      ['f', '1'],
      ['g', '2024-01-02'],
    ]);
    const sources =
      document?.root.kind === 'map'
        ? document.root.entries.map(({ value }) => value.kind === 'scalar' && value.source)
        : [];
    expect(sources.slice(0, 2)).toEqual(['0x10', '007']);
  });

  it('knows line and column of keys and values', () => {
    const [document] = readYaml(
      'title: x\ndetection:\n    sel:\n        Image|endswith:\n            - "a"\n',
    );
    const detection = document?.root.kind === 'map' ? document.root.entries[1] : undefined;
    const sel = detection?.value.kind === 'map' ? detection.value.entries[0] : undefined;
    const item = sel?.value.kind === 'map' ? sel.value.entries[0] : undefined;
    expect(detection?.position).toEqual({ line: 2, column: 1 });
    expect(item?.position).toEqual({ line: 4, column: 9 });
    expect(item?.value.kind === 'list' && item.value.items[0]?.position).toEqual({ line: 5, column: 15 });
  });

  it('keeps the text of each of several documents, and leaves empty ones out', () => {
    const documents = read('---\na: 1\n---\n# nothing\n---\nb: 2\n');
    expect(documents.map(({ data }) => data)).toEqual([[['a', 1]], [['b', 2]]]);
    expect(documents[0]?.own).toContain('a: 1');
    expect(documents[0]?.own).not.toContain('b: 2');
  });

  it('says where YAML is broken', () => {
    const [broken] = read('a: 1\nb: [1, 2\nc: 3\n');
    expect(broken?.problems[0]).toMatchObject({ severity: 'error', position: { line: 3 } });
    expect(broken?.problems[0]?.reason).toMatch(/^YAML: /);
  });

  it('refuses a key that stands twice, and keys that are no text', () => {
    expect(reasons('a: 1\na: 2\n')).toEqual(['The key "a" stands here twice.']);
    expect(reasons('? [a]\n: 1\n')).toEqual(['A key must be a plain text.']);
  });

  it('takes names of a prototype as any other key', () => {
    expect(read('__proto__: 1\nconstructor: 2\ntoString: 3\n')[0]?.data).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['toString', 3],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('follows aliases', () =>
    expect(read('a: &x [1]\nb: *x\n')[0]?.data).toEqual([
      ['a', [1]],
      ['b', [1]],
    ]));

  it('takes the last anchor before an alias, and misses one that is not there', () => {
    expect(read('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')[0]?.data).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
    ]);
    expect(reasons('a: *x\nb: &x 1\n')).toEqual(['There is no anchor "x" before.']);
  });

  it('stops where aliases multiply or go in circles', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(`a${level}: &a${level} [${new Array(10).fill(`*a${level - 1}`).join(', ')}]`);
    expect(reasons(lines.join('\n'))).toEqual([expect.stringContaining(`more than ${MAX_NODES} values`)]);
    expect(reasons('a: &a [*a]\n')).toEqual([expect.stringContaining('levels deep')]);
  });

  it('stops at texts too long, too deep, too wide', () => {
    expect(reasons('a'.repeat(MAX_TEXT_LENGTH + 1))).toEqual([expect.stringContaining('longer than')]);
    expect(reasons(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([expect.stringContaining('levels deep')]);
    expect(reasons(`a: ${'['.repeat(100_000)}`)).toHaveLength(1);
  });

  it('lists at most 200 problems, and says how many more there are', () => {
    const said = reasons(`a: 1\n${'a: 2\n'.repeat(500)}`);
    expect(said).toHaveLength(201);
    expect(said.at(-1)).toBe('300 more problems.');
  });
});
