import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers';
import { openPromise } from 'yauzl';

globalThis.setImmediate ??= setImmediate; // yauzl needs it, and tests with a page have none

const ROOT = join(__dirname, '..', '..');

export interface ArchiveEntry {
  readonly path: string;
  readonly text: string;
  /** Unix mode as the installer reads it: the upper half of the external attributes. */
  readonly mode: number;
}

/** Runs the build as `npm run build` does, in a process of its own, and gives the zip's path to `use`. */
export async function withBuiltZip<T>(
  use: (zip: string) => Promise<T> | T,
  {
    kibana = '8.12.2',
    env = {},
  }: { readonly kibana?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sysmon-trail-zip-'));
  try {
    const script = [
      '--import',
      'tsx',
      'tools/build_zip/main.ts',
      '--kibana-version',
      kibana,
      '--folder',
      folder,
    ];
    execFileSync(process.execPath, script, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'pipe' });
    const [name = ''] = readdirSync(folder);
    return await use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All entries of an archive, in its order. */
export async function entriesOf(zip: string): Promise<ArchiveEntry[]> {
  const file = await openPromise(zip);
  const entries: ArchiveEntry[] = [];
  for await (const entry of file.eachEntry()) {
    const text = (await buffer(await file.openReadStreamPromise(entry))).toString();
    entries.push({ path: entry.fileName, text, mode: entry.externalFileAttributes >>> 16 });
  }
  return entries;
}

/** Path inside the plugin's folder -> text. */
export async function pluginFiles(zip: string): Promise<ReadonlyMap<string, string>> {
  const entries = await entriesOf(zip);
  return new Map(entries.map(({ path, text }) => [path.replace('kibana/sysmonTrail/', ''), text]));
}
