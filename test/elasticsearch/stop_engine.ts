import './start_engine';

export default async function stopEngineOfThisRun(): Promise<void> {
  if (!globalThis.engine_of_this_run) return;
  await globalThis.engine_of_this_run.stop();
  globalThis.engine_of_this_run = undefined;
  delete process.env.TEST_ENGINE_URL;
}
