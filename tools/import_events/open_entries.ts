import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { openPromise } from 'yauzl';

/** One text of a file: the file itself, or what lies packed in it. */
export type Entry =
  | { readonly kind: 'text'; readonly name: string; readonly stream: Readable }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: string };

export interface OpenFile {
  readonly bytes: number;
  /** Bytes of the file that were read so far, packed. */
  bytesRead(): number;
  /** One after the other; each must be read to its end or destroyed before the next. */
  entries(): AsyncIterable<Entry>;
}

/**
 * Opens a file by what it holds, not by its name: zip, gzip, tar in gzip, tar, or text.
 * @throws Error of the file system, or when an archive is broken
 */
export async function openEntries(path: string): Promise<OpenFile> {
  const { size } = await stat(path);
  const head = await firstBytes(path);
  let read = 0;
  const count = (bytes: number) => void (read += bytes);
  const entries = isZip(head) ? zipEntries(path, count) : streamEntries(path, count);
  return { bytes: size, bytesRead: () => Math.min(read, size), entries: () => entries };
}

const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;
/** POSIX and GNU tar both say so at byte 257. */
const isTar = (head: Buffer): boolean => head.subarray(257, 262).toString('latin1') === 'ustar';

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(512), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* streamEntries(path: string, count: (bytes: number) => void): AsyncIterable<Entry> {
  yield* unpacked(
    basename(path),
    Readable.from(counted(createReadStream(path), count), { objectMode: false }),
  );
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  count: (bytes: number) => void,
): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** macOS packs resource forks beside the files; they hold no events. */
const isResourceFork = (name: string): boolean => /(^|\/)(__MACOSX\/|\._)/.test(name);
const RESOURCE_FORK = 'macOS resource fork';

async function* zipEntries(path: string, count: (bytes: number) => void): AsyncIterable<Entry> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (isResourceFork(name)) yield { kind: 'skipped', name, reason: RESOURCE_FORK };
      else if (!name.endsWith('/')) yield* unpacked(name, await zip.openReadStreamPromise(entry));
      count(entry.compressedSize);
    }
  } finally {
    zip.close();
  }
}

/** Takes gzip and tar off, as often as they come. */
async function* unpacked(name: string, packed: Readable): AsyncIterable<Entry> {
  const { head, stream } = await peek(packed);
  if (isGzip(head)) yield* unpacked(name.replace(/\.gz$/i, ''), through(stream, createGunzip()));
  else if (isTar(head)) yield* tarEntries(stream);
  else yield { kind: 'text', name, stream };
}

async function* tarEntries(stream: Readable): AsyncIterable<Entry> {
  for await (const entry of through(stream, extract())) {
    const { name, type } = entry.header;
    if (type !== 'file') entry.resume();
    else if (isResourceFork(name)) yield { kind: 'skipped', name, reason: RESOURCE_FORK };
    else yield* unpacked(name, Readable.from(entry, { objectMode: false }));
    entry.resume();
  }
}

/** `pipeline` hands errors on in both directions; whoever reads `to` gets them, so nothing is left for the callback. */
function through<T extends NodeJS.WritableStream>(from: Readable, to: T): T {
  pipeline(from, to, () => undefined);
  return to;
}

/** The first bytes of a stream, at least 512 where it has as many, and a stream that begins with them again. */
async function peek(stream: Readable): Promise<{ head: Buffer; stream: Readable }> {
  const rest = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 512) {
    const next = await rest.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, stream: Readable.from(joined(head, rest), { objectMode: false }) };
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
