import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

interface Packages {
  readonly [path: string]: { version?: string; optional?: boolean };
}

const WANTED: Packages = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '3.25.76' },
  'node_modules/only-on-darwin': { version: '1.0.0', optional: true },
};

/** Runs the real file in a repository of its own, with an `npm` that only leaves a mark and ends with `npm_status`. */
function install({ installed, npm_status = 0 }: { installed?: Packages; npm_status?: number }) {
  const root = mkdtempSync(join(tmpdir(), 'install-'));
  const write = (path: string, packages: Packages) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify({ packages }));
  };
  const script = join(root, 'tools', 'setup', 'install_dependencies.mjs');
  cpSync(join(__dirname, 'install_dependencies.mjs'), script);
  write('package-lock.json', WANTED);
  if (installed) write('node_modules/.package-lock.json', installed);
  const npm = `#!/bin/sh\necho "$@" > "${root}/npm-was-called"\nexit ${npm_status}\n`;
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'npm'), npm, { mode: 0o755 });
  const run = `import { installDependencies } from ${JSON.stringify(script)}; installDependencies();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', run], {
    env: { ...process.env, PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH ?? ''}` },
    encoding: 'utf8',
  });
  const called = existsSync(join(root, 'npm-was-called'));
  rmSync(root, { recursive: true });
  return { status, stderr, called };
}

describe('installDependencies', () => {
  it('installs on a fresh clone', () => {
    expect(install({})).toMatchObject({ called: true, status: 0 });
  });

  it('installs again after the lock has changed', () => {
    expect(install({ installed: { 'node_modules/zod': { version: '3.24.0' } } }).called).toBe(true);
  });

  it('does nothing when all is there; packages of other platforms need not be', () => {
    expect(install({ installed: { 'node_modules/zod': { version: '3.25.76' } } }).called).toBe(false);
  });

  it('ends with an error when npm fails', () => {
    const { status, stderr } = install({ npm_status: 7 });
    expect(status).toBe(1);
    expect(stderr).toContain('`npm ci` failed');
  });
});
