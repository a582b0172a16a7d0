import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_HOMES } from './local_folders';

/** A new home for one engine of this process. Homes of processes that died without cleaning up are removed. */
export function newEngineHome(): string {
  mkdirSync(ENGINE_HOMES, { recursive: true });
  readdirSync(ENGINE_HOMES)
    .filter((name) => !isRunning(Number.parseInt(name, 10)))
    .forEach((name) => removeEngineHome(join(ENGINE_HOMES, name)));
  const home = join(ENGINE_HOMES, `${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(home);
  return home;
}

/** Retries, since a dying engine may still write. */
export function removeEngineHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
