import { DEFAULT_VERSION } from '../../tools/embedded_elasticsearch/engine_versions';
import { startEngine } from '../../tools/embedded_elasticsearch/start_engine';
import type { Engine } from '../../tools/embedded_elasticsearch/start_engine';

declare global {
  var engine_of_this_run: Engine | undefined;
}

/**
 * Once per test run: starts the engine of ENGINE_VERSION (default 8.12.2), unless ELASTICSEARCH_URL names a cluster.
 * The test files, also those in worker processes, find it by TEST_ENGINE_URL. That is a name of its own, so that a
 * workbench or Kibana that a test starts in the same run has an engine of its own too.
 */
export default async function startEngineOfThisRun(): Promise<void> {
  if (process.env.ELASTICSEARCH_URL) return;
  const engine = await startEngine({ version: process.env.ENGINE_VERSION ?? DEFAULT_VERSION });
  globalThis.engine_of_this_run = engine;
  process.env.TEST_ENGINE_URL = engine.url;
  process.env.ENGINE_VERSION = engine.version;
}
