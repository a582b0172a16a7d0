import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openEntries } from './open_entries';
import { tarOf, zipOf } from '../../test/import/archives';

const folder = mkdtempSync(join(tmpdir(), 'open-entries-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function entriesOf(content: Buffer): Promise<Record<string, string>> {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const opened = await openEntries(path);
  const found: Record<string, string> = {};
  for await (const entry of opened.entries()) {
    if (entry.kind === 'skipped') found[entry.name] = `skipped: ${entry.reason}`;
    else found[entry.name] = (await entry.stream.toArray()).map(String).join('');
  }
  expect(opened.bytes).toBe(content.length);
  return found;
}

const LONG = 'line\n'.repeat(50_000);

test.each([
  ['text', Buffer.from('{"a":1}'), { file: '{"a":1}' }],
  ['an empty file', Buffer.alloc(0), { file: '' }],
  ['gzip', gzipSync(LONG), { file: LONG }],
  ['gzip twice', gzipSync(gzipSync('x')), { file: 'x' }],
])('%s, whatever the file is called', async (_, content, expected) => {
  expect(await entriesOf(content)).toEqual(expected);
});

test('zip and tar.gz: each file once, in order; packed ones unpacked; macOS forks named', async () => {
  const files = {
    'a.json': LONG,
    'sub/b.json.gz': gzipSync('b'),
    '__MACOSX/._a.json': 'fork',
    'sub/._b': 'fork',
    'empty.json': '',
  };
  const expected = {
    'a.json': LONG,
    'sub/b.json': 'b',
    '__MACOSX/._a.json': 'skipped: macOS resource fork',
    'sub/._b': 'skipped: macOS resource fork',
    'empty.json': '',
  };
  expect(await entriesOf(await zipOf(files))).toEqual(expected);
  expect(await entriesOf(gzipSync(await tarOf(files)))).toEqual(expected);
  expect(await entriesOf(await tarOf(files))).toEqual(expected);
});

test('a zip in which entries are left unread still gives the others', async () => {
  writeFileSync(join(folder, 'some.zip'), await zipOf({ one: LONG, two: LONG }));
  const names: string[] = [];
  for await (const entry of (await openEntries(join(folder, 'some.zip'))).entries()) names.push(entry.name);
  expect(names).toEqual(['one', 'two']);
});

test('broken archives throw, they do not hang', async () => {
  const half = (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2));
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251).join(','));
  await expect(entriesOf(half(gzipSync(noise)))).rejects.toThrow('unexpected end of file');
  await expect(entriesOf(half(await zipOf({ noise })))).rejects.toThrow(/end of central directory/i);
  await expect(openEntries(join(folder, 'missing'))).rejects.toThrow('ENOENT');
});
