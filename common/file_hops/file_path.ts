import { foldCase } from '../predicate/fold_case';

/** Ways to write the same path to Windows' file functions: `\\?\C:\x`, `\??\C:\x`, `\\?\UNC\server\x`. */
const PREFIX = /^\\(?:\\|\?)\?\\(UNC\\)?/i;

/** Two paths of one file -> the same text, as far as text can tell: 8.3 names are not guessed. */
export function foldPath(path: string): string {
  const plain = path.replace(/\//g, '\\').replace(PREFIX, (_, unc?: string) => (unc ? '\\\\' : ''));
  return foldCase(plain);
}

/** `C:\f.zip:Zone.Identifier` -> `C:\f.zip`; a path without a stream stays as it is. */
export function withoutStream(path: string): string {
  const colon = path.indexOf(':', path.lastIndexOf('\\') + 1);
  return colon > 1 ? path.slice(0, colon) : path;
}

/** The stream of a path: `Zone.Identifier`; undefined for the file itself. */
export function streamOf(path: string): string | undefined {
  const base = withoutStream(path);
  return base === path ? undefined : path.slice(base.length + 1);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

/** The folders above a file, nearest first, each without its end. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('\\'); at > 2; at = path.lastIndexOf('\\', at - 1))
    folders.push(path.slice(0, at));
  return folders;
}
