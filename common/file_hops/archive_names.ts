import { foldersOf, nameOf } from './file_path';

/** What programs unpack into a folder of its own. */
const EXTENSIONS = ['.zip', '.7z', '.rar', '.iso', '.img', '.cab', '.tar', '.tar.gz', '.tgz', '.gz', '.jar'];

/** Folders whose name holds the archive's file name, wherever the archive lies: Explorer's, when a file is opened inside a ZIP. */
const NAMED_AFTER_FILE = [
  /** Up to Windows 10: %TEMP%\Temp1_invoice.zip\ */
  /^temp\d+_(.+)$/,
  /** Windows 11: %TEMP%\<GUID>_invoice.zip.<three digits of it>\ */
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}_(.+)\.[0-9a-f]{3}$/,
];

export interface ArchiveNames {
  /** Folded paths: an archive beside the folder that is named after it. */
  readonly paths: readonly string[];
  /** Folded file names, in any folder. */
  readonly names: readonly string[];
}

export const isArchive = (folded_path: string): boolean =>
  EXTENSIONS.some((extension) => folded_path.endsWith(extension));

/** Which archives a file may have come out of, by the names of the folders above it (a folded path). */
export function archivesOf(folded_path: string): ArchiveNames {
  const folders = foldersOf(folded_path);
  const names = folders.flatMap((folder) =>
    NAMED_AFTER_FILE.flatMap((pattern) => pattern.exec(nameOf(folder))?.[1] ?? []),
  );
  return {
    paths: folders.flatMap((folder) => EXTENSIONS.map((extension) => folder + extension)),
    names: names.filter(isArchive),
  };
}
