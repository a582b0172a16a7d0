import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder with real logs, which are never part of this repository. SHARED_DIR names another place than beside it. */
export const SHARED_DIR = process.env['SHARED_DIR'] ?? resolve(__dirname, '../../../shared');

export const sharedFile = (...path: readonly string[]): string => join(SHARED_DIR, ...path);

/** Tests on real logs: a failure where they are missing in CI, elsewhere skipped with a loud word. */
export function describeOnSharedData(name: string, tests: () => void): void {
  if (existsSync(sharedFile('data', 'counts.json'))) {
    describe(name, tests);
    return;
  }
  if (process.env['CI'] === 'true') {
    it(name, () => {
      throw new Error(`no real logs in ${SHARED_DIR}; set SHARED_DIR`);
    });
    return;
  }
  console.warn(`SKIPPED, no real logs in ${SHARED_DIR}: ${name}`);
  describe.skip(name, tests);
}
