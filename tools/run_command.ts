import Module from 'node:module';
import { join } from 'node:path';
import { REPOSITORY } from './embedded_elasticsearch/local_folders';
import { checkSteps, kibanaSteps, longSteps, testSteps } from './checks/steps';
import { runSteps } from './checks/run_steps';
import { prepareBrowser, prepareEmbeddedEngine } from './setup/prepare';

type Command = (args: readonly string[]) => Promise<void>;

/** One row per npm script that is more than a tool of its own. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: async () => {
    await prepareEmbeddedEngine();
    runProgramFile('workbench/main.ts');
  },
  check: () => runSteps('check', checkSteps()),
  test: async () => {
    await prepareEmbeddedEngine();
    await prepareBrowser();
    await runSteps('test', testSteps());
  },
  'test:long': async () => {
    await prepareEmbeddedEngine();
    await prepareBrowser();
    await runSteps('test_long', await longSteps());
  },
  'test:kibana': async () => {
    await prepareEmbeddedEngine();
    await prepareBrowser();
    await runSteps('test_kibana', kibanaSteps());
  },
  build: async () => runProgramFile('tools/build_zip/main.ts'),
  bench: async () => {
    await prepareEmbeddedEngine();
    runProgramFile('tools/bench/main.ts');
  },
};

export async function runCommand(name: string | undefined, args: readonly string[]): Promise<void> {
  const command = COMMANDS[name ?? ''];
  if (!command) throw new Error(`Unknown command ${name ?? ''}; known: ${Object.keys(COMMANDS).join(', ')}`);
  try {
    await command(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Makes `file` the main module of this process, with the arguments that came after the command. */
function runProgramFile(file: string): void {
  process.argv.splice(1, 2, join(REPOSITORY, file));
  Module.runMain();
}
