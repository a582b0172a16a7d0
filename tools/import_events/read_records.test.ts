import { Readable } from 'node:stream';
import { readRecords } from './read_records';
import { MAX_RECORD_CHARS } from './split_text';
import type { TextRecord } from './text_record';

/** Reads a text in pieces of `size` bytes. */
async function read(text: string | Buffer, size = 7): Promise<TextRecord[]> {
  const bytes = Buffer.from(text as string);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const records: TextRecord[] = [];
  for await (const record of readRecords(Readable.from(pieces, { objectMode: false }))) records.push(record);
  return records;
}

const brief = (records: readonly TextRecord[]) =>
  records.map((record) =>
    record.kind === 'object'
      ? `${record.position} ${JSON.stringify(record.value)}`
      : `${record.position} bad: ${record.reason}`,
  );

const A = '{"n":1,"s":"a } ] \\" { é 日本"}';
const B = '{"n":2,"o":{"x":[{"y":1}]}}';

test.each([
  ['one a line', `${A}\n${B}\n`],
  ['no line end at the end', `${A}\n${B}`],
  ['Windows line ends', `${A}\r\n${B}\r\n`],
  ['a byte order mark', `\uFEFF${A}\n${B}`],
  ['an array', `[${A},${B}]`],
  ['a printed array', JSON.stringify([JSON.parse(A), JSON.parse(B)], null, 2)],
  ['two arrays', `[${A}]\n[${B}]\n`],
  [
    'printed objects after each other',
    `${JSON.stringify(JSON.parse(A), null, 4)}\n${JSON.stringify(JSON.parse(B), null, 4)}\n`,
  ],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${A}\r\n${B}`, 'utf16le')])],
])('%s: two objects, however the bytes arrive', async (_, text) => {
  const objects = [`1 ${JSON.stringify(JSON.parse(A))}`, `2 ${JSON.stringify(JSON.parse(B))}`];
  for (const size of [1, 7, 100_000]) expect(brief(await read(text, size))).toEqual(objects);
});

test('one object is one record', async () => {
  expect(brief(await read(B))).toEqual([`1 ${B}`]);
});

test('nothing is no record', async () => {
  expect(await read('')).toEqual([]);
  expect(await read('\n \n')).toEqual([]);
  expect(await read('[]')).toEqual([]);
});

test('a broken line spoils only itself, also the first one; empty lines count as positions', async () => {
  expect(brief(await read(`{"n":\n${A}\n\nnonsense\n17\n${B}\n{"cut":`))).toEqual([
    '1 bad: not JSON',
    `2 ${JSON.stringify(JSON.parse(A))}`,
    '4 bad: not JSON',
    '5 bad: JSON, but no object',
    `6 ${B}`,
    '7 bad: not JSON',
  ]);
});

test('what is no object in an array is named, and so is an array that ends too early', async () => {
  expect(brief(await read(`[${A}, oops, ${B}, {"n":3`))).toEqual([
    `1 ${JSON.stringify(JSON.parse(A))}`,
    '2 bad: not JSON',
    `3 ${B}`,
    '4 bad: not JSON: it ends too early',
  ]);
});

test('a bad record shows its beginning only', async () => {
  const [record] = await read(`${'x'.repeat(10_000)}\n${A}\n`, 4096);
  expect(record).toMatchObject({ kind: 'bad', excerpt: 'x'.repeat(200) });
});

test.each([
  ['line', `${A}\n{"long":"${'x'.repeat(MAX_RECORD_CHARS + 1)}"}\n${B}\n`, [1, 2, 3]],
  ['object of an array', `[${A},\n{"long":"${'x'.repeat(MAX_RECORD_CHARS + 1)}`, [1, 2]],
])('a %s that is too long is named and does not stay in memory', async (_, text, positions) => {
  const records = await read(text, 1_000_000);
  expect(records.map(({ position }) => position)).toEqual(positions);
  expect(records[1]).toMatchObject({ kind: 'bad', reason: 'longer than 16 MB' });
});
