import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Local midnight: a zip keeps local time, so these bytes are the same in every time zone. */
const MTIME = new Date(1980, 0, 1);

/** Kibana's installer gives each file the mode that the archive names; without one a file could not be read. */
const MODE = 0o100644;

/** Path -> text, as a zip of always the same bytes: sorted, one time, one mode. */
export async function zipArchive(files: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const path of [...files.keys()].sort())
    zip.addBuffer(Buffer.from(files.get(path) ?? ''), path, {
      mtime: MTIME,
      mode: MODE,
      forceDosTimestamp: true,
    });
  zip.end();
  return buffer(zip.outputStream);
}
