import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An unpacked Kibana distribution. */
export interface KibanaHome {
  readonly path: string;
  readonly version: string;
}

/**
 * The Kibana that KIBANA_HOME names, or undefined where it is not set.
 * @throws Error when it names something else
 */
export function kibanaHome(env: Readonly<Record<string, string | undefined>>): KibanaHome | undefined {
  const path = env.KIBANA_HOME;
  if (!path) return undefined;
  const file = join(path, 'package.json');
  const { name, version } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  if (name !== 'kibana' || !version)
    throw new Error(`KIBANA_HOME=${path} is no unpacked Kibana: ${file} does not say so`);
  return { path, version };
}
