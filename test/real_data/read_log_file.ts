import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import yauzl from 'yauzl';

/** Every document of a .zip, .tar.gz (JSON lines) or .json.gz (one array), one after the other. */
export async function* readLogFile(path: string): AsyncGenerator<unknown> {
  if (path.endsWith('.json.gz')) {
    yield* JSON.parse(await textOf(createReadStream(path).pipe(createGunzip()))) as unknown[];
    return;
  }
  for await (const file of path.endsWith('.zip') ? zipMembers(path) : tarMembers(path)) yield* lines(file);
}

async function* lines(stream: Readable): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (line.startsWith('{')) yield JSON.parse(line);
  }
}

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

async function* tarMembers(path: string): AsyncGenerator<Readable> {
  for await (const entry of createReadStream(path).pipe(createGunzip()).pipe(extract())) {
    if (
      entry.header.type === 'file' &&
      !entry.header.name.includes('/._') &&
      !entry.header.name.startsWith('._')
    )
      yield entry as unknown as Readable;
    else entry.resume();
  }
}

async function* zipMembers(path: string): AsyncGenerator<Readable> {
  const zip = await yauzl.openPromise(path);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/') && !entry.fileName.includes('__MACOSX'))
      yield await zip.openReadStreamPromise(entry);
  }
}
