import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const WANTED = `${REPOSITORY}package-lock.json`;
const INSTALLED = `${REPOSITORY}node_modules/.package-lock.json`;
const OLDEST_NODE = 20;

/** Runs `npm ci` where node_modules is missing or older than the lock. Ends the process when that is impossible. */
export function installDependencies() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    console.error(`Node.js >= ${OLDEST_NODE} is needed, this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('setup: installing npm dependencies (about 540 packages, once) ...');
  const began = performance.now();
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('setup: `npm ci` failed, see above. Nothing else was done.');
    process.exit(1);
  }
  console.log(`setup: npm dependencies installed in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** npm notes what it installed in a lock of its own. Optional packages of other platforms are not in it. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(WANTED, 'utf8')).packages);
  return wanted.every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}
