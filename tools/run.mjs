// What the npm scripts call: `node tools/run.mjs COMMAND [arguments]`. Plain JavaScript, since on a fresh clone nothing
// that reads TypeScript is installed yet. One process for everything, so that Ctrl-C and SIGTERM reach the program itself.
import { createRequire } from 'node:module';
import { installDependencies } from './setup/install_dependencies.mjs';

installDependencies();
const { register: readTypeScriptImports } = await import('tsx/esm/api');
const { register: readTypeScriptRequires } = await import('tsx/cjs/api');
readTypeScriptImports();
readTypeScriptRequires();
const { runCommand } = createRequire(import.meta.url)('./run_command.ts');
await runCommand(process.argv[2], process.argv.slice(3));
