import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KibanaHome } from './kibana_home';

const ID = 'sysmonTrail';

/** Kibana's own installer. @throws Error with what it printed when it refuses */
function kibanaPlugin({ path }: KibanaHome, args: readonly string[]): string {
  return execFileSync(join(path, 'bin', 'kibana-plugin'), args, { encoding: 'utf8', stdio: 'pipe' });
}

/** Puts the zip into this Kibana. Gives what was printed. */
export const installPlugin = (home: KibanaHome, zip: string): string =>
  kibanaPlugin(home, ['install', `file://${zip}`]);

/** Tries the same where it should not succeed. Gives what was printed; it then ended with a code other than 0. */
export function refusal(home: KibanaHome, zip: string): string {
  try {
    return `not refused: ${installPlugin(home, zip)}`;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return stdout + stderr;
  }
}

/** What `kibana-plugin list` says; it fails where nothing was ever installed. */
export const listPlugins = (home: KibanaHome): string =>
  existsSync(join(home.path, 'plugins')) ? kibanaPlugin(home, ['list']) : '';

/** Also takes away what a refused installation or a broken run left there. */
export function removePlugin(home: KibanaHome): void {
  // A refused installation leaves a copy that Kibana would also load, and then not start.
  rmSync(join(home.path, 'plugins', '.plugin.installing'), { recursive: true, force: true });
  if (existsSync(join(home.path, 'plugins', ID))) kibanaPlugin(home, ['remove', ID]);
}
