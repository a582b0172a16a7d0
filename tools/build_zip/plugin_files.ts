import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserBundles } from './browser_bundles';
import { notice } from './notice';
import { pluginManifest } from './plugin_manifest';
import type { Manifest } from './plugin_manifest';
import { serverBundle } from './server_bundle';

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Everything in the zip except the manifest is the same for each Kibana version. Path inside the plugin's folder -> text. */
export async function compiledFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const bundles = [await serverBundle(root), ...(await browserBundles(root))];
  const { name, version, license } = packageJson(root);
  return new Map([
    ...bundles.map(({ path, code }) => [path, code] as const),
    ['package.json', pretty({ name, version, license, private: true })],
    ['LICENSE', readFileSync(join(root, 'LICENSE'), 'utf8')],
    [
      'NOTICE',
      notice(
        root,
        bundles.map(({ metafile }) => metafile),
      ),
    ],
  ]);
}

/** All files of the zip for one Kibana version: path in the archive -> text. */
export function archiveFiles(
  root: string,
  {
    compiled,
    kibana_version,
  }: { readonly compiled: ReadonlyMap<string, string>; readonly kibana_version: string },
): ReadonlyMap<string, string> {
  const source = JSON.parse(readFileSync(join(root, 'kibana.json'), 'utf8')) as Manifest;
  const manifest = pluginManifest(source, { version: packageJson(root).version, kibana_version });
  const files = [...compiled, ['kibana.json', pretty(manifest)] as const];
  return new Map(files.map(([path, text]) => [`kibana/${source.id}/${path}`, text]));
}

export const packageJson = (root: string): PackageJson =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;

const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
