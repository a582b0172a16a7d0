import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build_once';
import { LOCAL } from './local_folders';

const LIBRARY_FOLDERS = ['/usr/lib64', '/lib64', '/usr/lib', '/lib', '/opt/homebrew/lib', '/usr/local/lib'];
const ZSTD = [
  { installed: 'libzstd.so.1', wanted: 'libzstd.so' },
  { installed: 'libzstd.1.dylib', wanted: 'libzstd.dylib' },
];

/** A folder with a link to the system's libzstd under the name that 9.x asks for, or undefined without one. */
export async function zstdFolder(): Promise<string | undefined> {
  const found = LIBRARY_FOLDERS.flatMap(withArchitectures).flatMap(zstdIn)[0];
  if (!found) return undefined;
  return buildOnce(join(LOCAL, 'elasticsearch', 'natives'), async (unfinished) => {
    await mkdir(unfinished, { recursive: true });
    await symlink(found.path, join(unfinished, found.wanted));
  });
}

function zstdIn(folder: string) {
  return ZSTD.map(({ installed, wanted }) => ({ path: join(folder, installed), wanted })).filter(({ path }) =>
    existsSync(path),
  );
}

/** Debian keeps libraries in a folder per architecture: /usr/lib/x86_64-linux-gnu. */
function withArchitectures(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder).filter((name) => name.includes('-linux-'));
  return [folder, ...below.map((name) => join(folder, name))];
}
