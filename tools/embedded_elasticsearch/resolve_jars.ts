import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build_once';
import { findProgram } from './find_program';
import { LOCAL } from './local_folders';
import { runProgram } from './run_program';

/** Folder of the jars of one version: `compile` and `runtime` are the server, `provided` its HTTP module. */
export function jarFolder(version: string): string {
  return join(LOCAL, 'elasticsearch', version, 'jars');
}

/**
 * Fetches the jars with Maven, once. They carry Elastic's licences: fetched at set-up, never committed or passed on.
 * @throws Error when Maven is missing or cannot reach its repository
 */
export function resolveJars(version: string): Promise<string> {
  return buildOnce(jarFolder(version), async (unfinished) => {
    const maven = findProgram('mvn', 'mvn.cmd');
    if (!maven) throw new Error('Maven (mvn) is not on PATH; it fetches the jars of Elasticsearch');
    await mkdir(unfinished, { recursive: true });
    await runProgram(maven, [
      ...['-q', '-B', '-f', join(__dirname, 'pom.xml'), 'dependency:copy-dependencies'],
      ...[`-Delasticsearch.version=${version}`, `-DoutputDirectory=${unfinished}`],
    ]);
  });
}
