import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REPOSITORY = join(__dirname, '..');

/** A file that imports another one, in a tree laid out like ours; and the rule that this breaks, if any. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly breaks?: string;
}

const IMPORTS: readonly Import[] = [
  { from: 'common/reads_files.ts', to: 'node:fs', breaks: 'common-is-pure' },
  { from: 'common/asks_server.ts', to: '../server/ports', breaks: 'common-is-pure' },
  { from: 'common/one/here.ts', to: './there', breaks: 'no-cycles' },
  { from: 'common/one/asks_nobody.ts', to: './gone', breaks: 'no-unresolved' },
  { from: 'public/asks_server.ts', to: '../server/ports', breaks: 'public-knows-only-common' },
  { from: 'public/asks_node.ts', to: 'node:path', breaks: 'public-runs-in-a-browser' },
  { from: 'public/pages/one/asks_other.ts', to: '../two/page', breaks: 'pages-are-apart' },
  { from: 'server/asks_browser.ts', to: '../public/app', breaks: 'server-knows-only-common' },
  { from: 'server/one/asks_view.ts', to: '../two/view', breaks: 'views-are-apart' },
  { from: 'server/one/asks_adapter.ts', to: '../elasticsearch/store', breaks: 'views-are-apart' },
  {
    from: 'server/one/asks_client.ts',
    to: '@elastic/elasticsearch',
    breaks: 'only-elasticsearch-knows-the-client',
  },
  { from: 'server/one/asks_host.ts', to: '../kibana/plugin', breaks: 'nothing-imports-hosts' },
  { from: 'server/one/asks_kbn.ts', to: '@kbn/config-schema', breaks: 'only-kibana-folders-name-kbn' },
  { from: 'server/one/asks_tools.ts', to: '../../tools/tool', breaks: 'product-knows-no-tools' },
  { from: 'server/shared_queries/asks_view.ts', to: '../two/view', breaks: 'shared-queries-know-no-view' },
  { from: 'server/elasticsearch/asks_view.ts', to: '../two/view', breaks: 'adapters-know-ports-and-common' },
  {
    from: 'server/elasticsearch/asks_memory.ts',
    to: '../memory/store',
    breaks: 'adapters-know-ports-and-common',
  },
  { from: 'common/two/asks_common.ts', to: '../text' },
  { from: 'public/asks_common.ts', to: '../common/text' },
  { from: 'server/one/asks_common.ts', to: '../../common/text' },
  { from: 'server/one/asks_ports.ts', to: '../ports' },
  { from: 'server/one/asks_shared.ts', to: '../shared_queries/shared' },
  { from: 'server/one/asks_itself.ts', to: './asks_ports' },
  { from: 'server/one/asks_worlds.test.ts', to: '../../tools/tool' },
  { from: 'server/elasticsearch/asks_client.ts', to: '@elastic/elasticsearch' },
  { from: 'server/kibana/asks_kbn.ts', to: '@kbn/config-schema' },
  { from: 'server/kibana/asks_view.ts', to: '../two/view' },
  { from: 'server/index.ts', to: './kibana/plugin' },
  { from: 'workbench/main.ts', to: '../server/elasticsearch/store' },
];

const OTHER_FILES: Readonly<Record<string, string>> = {
  'common/one/there.ts': "import { something } from './here';\nexport const x = something;\n", // a cycle is told once
  'tsconfig.json': '{}',
  'node_modules/@elastic/elasticsearch/package.json': '{"name":"@elastic/elasticsearch","main":"index.js"}',
  'node_modules/@elastic/elasticsearch/index.js': 'exports.something = 1;\n',
};
const IMPORTED = [
  ...['common/text', 'public/app', 'public/pages/two/page', 'tools/tool', 'server/ports', 'server/two/view'],
  ...[
    'server/elasticsearch/store',
    'server/memory/store',
    'server/kibana/plugin',
    'server/shared_queries/shared',
  ],
];

/** All broken rules of the tree, as `rule: file`. One run for all, since each takes most of a second. */
function brokenRules(): string[] {
  const root = mkdtempSync(join(tmpdir(), 'import-rules-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  try {
    Object.entries(OTHER_FILES).forEach(([path, text]) => write(path, text));
    IMPORTED.forEach((path) => write(`${path}.ts`, 'export const something = 1;\n'));
    IMPORTS.forEach(({ from, to }) =>
      write(from, `import { something } from '${to}';\nexport const x = something;\n`),
    );
    return cruise(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function cruise(root: string): string[] {
  const program = join(REPOSITORY, 'node_modules', '.bin', 'depcruise');
  const config = join(REPOSITORY, '.dependency-cruiser.cjs');
  const folders = ['common', 'public', 'server', 'tools', 'workbench'];
  const { stdout } = spawnSync(program, ['--config', config, '--output-type', 'json', ...folders], {
    cwd: root,
    encoding: 'utf8',
  });
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

// The step "import rules" checks our own tree; this checks the rules, so that none of them is blind or too strict.
describe('import rules', () => {
  const broken = brokenRules();

  it.each(IMPORTS.filter(({ breaks }) => breaks))('$breaks: $from may not import $to', ({ from, breaks }) => {
    expect(broken).toContain(`${breaks}: ${from}`);
  });

  it.each(IMPORTS.filter(({ breaks }) => !breaks))('$from may import $to', ({ from }) => {
    expect(broken.filter((line) => line.endsWith(`: ${from}`))).toEqual([]);
  });

  it('each have a case here', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../.dependency-cruiser.cjs');
    const covered = new Set(IMPORTS.map(({ breaks }) => breaks));
    expect(forbidden.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
  });
});
