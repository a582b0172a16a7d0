import { existsSync } from 'node:fs';
import { DEFAULT_VERSION, engineVersion } from '../embedded_elasticsearch/engine_versions';
import { findJdk } from '../embedded_elasticsearch/find_jdk';
import { findProgram } from '../embedded_elasticsearch/find_program';
import { jarFolder, resolveJars } from '../embedded_elasticsearch/resolve_jars';
import { prepareEngine } from '../embedded_elasticsearch/start_engine';
import { findChromium } from './find_chromium';
import { withProgress } from './progress';
import { requireProgram, thisMachine } from './require_program';
import type { Requirement } from './require_program';

const CHROMIUM: Requirement = {
  program: 'chromium',
  label: 'Chromium (for the browser tests)',
  isThere: () => findChromium() !== undefined,
};

/** The engine of one version: JDK, jars, compiled launcher. Nothing to do where ELASTICSEARCH_URL is set. */
export async function prepareEmbeddedEngine(version = DEFAULT_VERSION): Promise<void> {
  if (process.env.ELASTICSEARCH_URL) return;
  const { min_jdk, download_mb } = engineVersion(version);
  const needs: Requirement[] = [
    { program: 'jdk', label: `A JDK >= ${min_jdk}`, isThere: () => findJdk(min_jdk) !== undefined },
    {
      program: 'maven',
      label: 'Maven',
      isThere: () => hasJars(version) || findProgram('mvn', 'mvn.cmd') !== undefined,
    },
  ];
  for (const need of needs) await requireProgram(need, thisMachine());
  if (!hasJars(version)) {
    await withProgress(`fetching Elasticsearch ${version} (${download_mb} MB)`, () => resolveJars(version));
    await withProgress(`compiling its launcher`, () => prepareEngine(version));
  }
}

export function prepareBrowser(): Promise<void> {
  return requireProgram(CHROMIUM, thisMachine());
}

function hasJars(version: string): boolean {
  return existsSync(jarFolder(version));
}
