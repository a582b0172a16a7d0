import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildZip } from './build_zip';

const ROOT = join(__dirname, '..', '..');

/** `npm run build -- [--kibana-version x.y.z] [--folder build]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'kibana-version': { type: 'string' }, folder: { type: 'string' } },
  });
  const { path, bytes, sha256 } = await buildZip({
    root: ROOT,
    kibana_version: values['kibana-version'],
    folder: values.folder,
  });
  console.log(`${relative(process.cwd(), path)}  ${(bytes / 1024).toFixed(0)} kB  sha256 ${sha256}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
