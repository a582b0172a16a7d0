import { ENGINE_VERSIONS, DEFAULT_VERSION } from '../embedded_elasticsearch/engine_versions';
import type { EngineVersion } from '../embedded_elasticsearch/engine_versions';
import { findJdk } from '../embedded_elasticsearch/find_jdk';
import { prepareEmbeddedEngine } from '../setup/prepare';

/** One program to run. A jest step counts its tests, any other step counts as one test. */
export type Step =
  | {
      readonly name: string;
      readonly kind: 'program' | 'jest';
      /** A file of node_modules/.bin and its arguments. */
      readonly command: readonly [string, ...string[]];
      readonly env?: Readonly<Record<string, string>>;
    }
  | { readonly name: string; readonly kind: 'skipped'; readonly reason: string };

const FOLDERS = ['common', 'server', 'public', 'workbench', 'tools', 'test'];

const STATIC: readonly Step[] = [
  { name: 'format', kind: 'program', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', kind: 'program', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', kind: 'program', command: ['tsc', '--noEmit', '-p', '.'] },
  {
    name: 'import rules',
    kind: 'program',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', ...FOLDERS],
  },
];

/** The quick part: no engine, no browser. */
export function checkSteps(): Step[] {
  return [...STATIC, jest('tests', ['unit', 'dom'])];
}

export function testSteps(): Step[] {
  return [...STATIC, jest('tests', ['unit', 'dom', 'kibana', 'elasticsearch', 'end_to_end'])];
}

/** Manifest, bundle, installer; and a real Kibana where KIBANA_HOME names one. */
export function kibanaSteps(): Step[] {
  return [jest('kibana', ['kibana'])];
}

/** The long tests on the default engine, then all data-access tests on each other engine that this machine can run. */
export async function longSteps(): Promise<Step[]> {
  const others = ENGINE_VERSIONS.filter(({ version }) => version !== DEFAULT_VERSION);
  return [jest('long tests', ['long']), ...(await Promise.all(others.map(dataAccessStep)))];
}

async function dataAccessStep({ version, min_jdk }: EngineVersion): Promise<Step> {
  const name = `data access on Elasticsearch ${version}`;
  if (process.env.ELASTICSEARCH_URL) return { name, kind: 'skipped', reason: 'ELASTICSEARCH_URL is set' };
  if (!findJdk(min_jdk)) return { name, kind: 'skipped', reason: `no JDK >= ${min_jdk} was found` };
  await prepareEmbeddedEngine(version);
  const paths = ['--testPathPatterns', '(server|test)/elasticsearch/'];
  return jest(name, ['elasticsearch', 'long'], { paths, env: { ENGINE_VERSION: version } });
}

function jest(
  name: string,
  projects: readonly string[],
  { paths = [], env = {} }: { paths?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
): Step {
  const command = ['jest', '--passWithNoTests', '--selectProjects', ...projects, ...paths] as const;
  return { name, kind: 'jest', command, env };
}
