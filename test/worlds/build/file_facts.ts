import { createHash } from 'node:crypto';
import { KNOWN_FILES, type FileFacts } from './known_files';

export const baseName = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

const UNKNOWN: FileFacts = { version: '-', description: '-', product: '-', company: '-', original: '-' };

/** What Sysmon reads out of a program file; "-" where the file has no version resource. */
export function fileFacts(path: string): FileFacts {
  return KNOWN_FILES.get(baseName(path).toLowerCase()) ?? UNKNOWN;
}

/** Made-up but constant hashes: the same file name has the same content on every host. */
export function hashesOf(
  name: string,
  algorithms: readonly ('MD5' | 'SHA1' | 'SHA256')[] = ['MD5', 'SHA256'],
): string {
  const of = (algorithm: string) =>
    createHash(algorithm.toLowerCase()).update(baseName(name).toLowerCase()).digest('hex').toUpperCase();
  return algorithms.map((algorithm) => `${algorithm}=${of(algorithm)}`).join(',');
}
