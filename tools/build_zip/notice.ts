import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const HEAD = `Sysmon Trail
Licensed under the Apache License 2.0, see LICENSE.

This plugin contains the following packages, each under its own licence.
`;

/** Licences that may be bundled into an Apache-2.0 product. */
const ALLOWED = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'WTFPL']);

/**
 * NOTICE for everything that was bundled from node_modules: name, version, licence and its text.
 * @throws Error on a licence that was not judged, or a package without licence text
 */
export function notice(root: string, metafiles: readonly Metafile[]): string {
  return [HEAD, ...bundledPackages(metafiles).map((name) => entry(root, name))].join('\n');
}

/** Folder names below the root, sorted: `node_modules/zod`, `node_modules/a/node_modules/b`. */
export function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((o) => contributing(o.inputs)),
  );
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

const contributing = (inputs: Metafile['outputs'][string]['inputs']): string[] =>
  Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path);

function entry(root: string, folder: string): string {
  const at = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  if (!license || !ALLOWED.has(license))
    throw new Error(`${folder}: licence "${license}" was not judged yet`);
  return `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${licenceText(at)}\n`;
}

function licenceText(at: string): string {
  const file = readdirSync(at).find((name) => /^licen[cs]e/i.test(name));
  if (!file) throw new Error(`${at} has no licence text`);
  return readFileSync(join(at, file), 'utf8').replace(/\r\n/g, '\n').trim();
}
