import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFiles, compiledFiles, packageJson } from './plugin_files';
import { zipArchive } from './zip_archive';

/** The version that Sysmon Trail has run on. */
export const DEFAULT_KIBANA = '8.12.2';

export interface BuiltZip {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes `<folder>/sysmonTrail-<version>-<kibana>.zip`; the same sources give the same bytes. */
export async function buildZip({
  root,
  kibana_version = DEFAULT_KIBANA,
  folder = join(root, 'build'),
}: {
  readonly root: string;
  readonly kibana_version?: string;
  readonly folder?: string;
}): Promise<BuiltZip> {
  const files = archiveFiles(root, { compiled: await compiledFiles(root), kibana_version });
  const archive = await zipArchive(files);
  const path = join(folder, `sysmonTrail-${packageJson(root).version}-${kibana_version}.zip`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, archive);
  return { path, bytes: archive.length, sha256: createHash('sha256').update(archive).digest('hex') };
}
