import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder with real logs, beside the repository; SHARED_DIR names another place. */
export const SHARED_DIR = process.env.SHARED_DIR ?? resolve(__dirname, '../../../shared');
export const sharedFile = (...path: string[]): string => join(SHARED_DIR, 'data', ...path);

/**
 * `describe` for tests on the real logs. Where the folder is missing they are skipped, loudly; with CI=true they run and fail.
 * @param title of the tests
 */
export function describeWithSharedData(title: string, tests: () => void): void {
  if (existsSync(SHARED_DIR) || process.env.CI === 'true') {
    describe(title, tests);
    return;
  }
  console.warn(`SKIPPED "${title}": no folder ${SHARED_DIR}; SHARED_DIR can name it.`);
  describe.skip(title, tests);
}
