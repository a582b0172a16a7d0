import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importEvents } from '../../tools/import_events/import_events';
import type { ImportOptions } from '../../tools/import_events/import_events';
import type { ImportReport } from '../../tools/import_events/import_report';
import { reportLines } from '../../tools/import_events/report_lines';
import { zipOf } from '../import/archives';
import { renderDocument, SHAPE_NAMES } from '../worlds/render_document';
import { mailToTempncf88 } from '../worlds/mail_to_tempncf88';
import { oddCases } from '../worlds/odd_cases';
import { engineClient, freshIndexName } from './engine';

const { events } = mailToTempncf88();
const LINES = events.map((event) => JSON.stringify(renderDocument(event, 'winlogbeat_raw')));

const folder = mkdtempSync(join(tmpdir(), 'import-events-'));
const client = engineClient();
const indices: string[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await client.indices.delete({ index: indices }, { ignore: [404] });
  await client.close();
});

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function load(
  files: readonly string[],
  options: Partial<ImportOptions> & { index: string },
): Promise<ImportReport> {
  return importEvents({ client, files, ...options });
}

function newIndex(): string {
  const index = freshIndexName('import');
  indices.push(index);
  return index;
}

const countIn = async (index: string, query: object = { match_all: {} }) =>
  (await client.count({ index, query })).count;

const parsed = (line: string) => JSON.parse(line) as Record<string, unknown>;

test('loads a file once, however often and in whichever packing it comes', async () => {
  const index = newIndex();
  const plain = write('mail.ndjson', LINES.join('\n'));
  const packed = write('mail.zip', await zipOf({ 'other name.json': `[${LINES.join(',\n')}]` }));
  expect(await load([plain], { index })).toMatchObject({
    created: LINES.length,
    already_there: 0,
    refused: 0,
    bad: 0,
  });
  expect(await load([plain, packed], { index })).toMatchObject({
    created: 0,
    already_there: 2 * LINES.length,
  });
  expect(await countIn(index)).toBe(LINES.length);
});

test('every shape fits into one index; counts are of Sysmon events, and times are UtcTime', async () => {
  const index = newIndex();
  const files = SHAPE_NAMES.map((shape) =>
    write(`${shape}.json`, events.map((event) => JSON.stringify(renderDocument(event, shape))).join('\n')),
  );
  const report = await load(files, { index, host: 'HOST-WITHOUT-NAME' });
  expect([report.sysmon.total, report.refused, report.bad]).toEqual([
    SHAPE_NAMES.length * events.length,
    0,
    0,
  ]);
  const [first, last] = [Math.min, Math.max].map((pick) => pick(...events.map(({ utc }) => utc)));
  expect(await countIn(index, { range: { '@timestamp': { gte: first, lte: last } } })).toBe(
    await countIn(index),
  );
});

test('bad lines and other channels: counted, listed, never fatal', async () => {
  const index = newIndex();
  const other = JSON.stringify({
    winlog: {
      channel: 'Security',
      provider_name: 'Microsoft-Windows-Security-Auditing',
      event_id: 4688,
      record_id: 5,
      computer_name: 'PC',
    },
    event: { code: 4688 },
    '@timestamp': '2019-01-08T00:00:00Z',
  });
  const file = write('broken.json', [LINES[0], '{"cut": ', other, 'x', '[1]', LINES[1]].join('\n'));
  const missing = join(folder, 'missing.json');
  const cut_gzip = write('cut.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]));
  const report = await load([missing, file, cut_gzip], { index });
  expect(report).toMatchObject({ created: 3, bad: 3, refused: 0, others: 1, sysmon: { total: 2 } });
  expect(report.files[1]?.problems.map(({ position, reason }) => [position, reason])).toEqual([
    [2, 'not JSON'],
    [4, 'not JSON'],
    [5, 'JSON, but no object'],
  ]);
  expect(report.files[0]?.broken).toContain('ENOENT');
  expect(report.files[2]?.broken).toBeTruthy();
  expect(reportLines(report).join('\n')).toContain('"broken.json" record 4: not JSON: "x"');
});

test('hostile names and values are kept and harm neither the mapping nor the other documents', async () => {
  const index = newIndex();
  const invented = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`invented_${i}`, i]));
  const [a = '', b = '', c = '', ...rest] = LINES;
  const hostile = [
    { ...parsed(a), winlog: 'text', host: [1, { a: 1 }] },
    { '': 1, 'a..b': 2, ...invented, ...parsed(b) },
    { ...parsed(c), event: { created: 'never', code: { deep: 1 } } },
  ].map((source) => JSON.stringify(source));
  const report = await load([write('hostile.json', [...hostile, ...rest].join('\n'))], { index });
  expect([report.refused, report.bad, report.created]).toEqual([0, 0, LINES.length]);
  expect([...report.misfits.keys()]).toEqual(expect.arrayContaining(['', 'a..b', 'host', 'winlog']));
  expect(report.misfits_not_listed).toBeGreaterThan(1000);
  expect(report.sysmon.total).toBe(LINES.length - 1); // `winlog` of one is a text
  expect(await countIn(index, { exists: { field: 'winlog.event_data.TargetFilename' } })).toBeGreaterThan(0);
  expect(reportLines(report).length).toBeLessThan(60);
  const odd = oddCases().events.map((event) => JSON.stringify(renderDocument(event, 'nxlog')));
  expect(await load([write('odd.json', odd.join('\n'))], { index })).toMatchObject({
    refused: 0,
    bad: 0,
    created: odd.length,
  });
});

test('cancelling stops soon, what was sent stays, and the report says so', async () => {
  const index = newIndex();
  const many = Array.from({ length: 40_000 }, (_, i) => JSON.stringify({ EventID: 1, n: i }));
  const cancel = new AbortController();
  const report = await load([write('many.json', many.join('\n'))], {
    index,
    signal: cancel.signal,
    onProgress: ({ records }) => records > 0 && cancel.abort(),
  });
  expect(report.cancelled).toBe(true);
  expect(report.created).toBeGreaterThan(0);
  expect(await countIn(index)).toBeLessThan(many.length);
});

test('progress counts up to the whole file', async () => {
  const many = Array.from({ length: 9_000 }, (_, i) => JSON.stringify({ EventID: 1, n: i }));
  const seen: number[] = [];
  await load([write('progress.json', many.join('\n'))], {
    index: newIndex(),
    onProgress: ({ bytes_read, bytes }) => void seen.push(bytes_read / bytes),
  });
  expect(seen.length).toBeGreaterThanOrEqual(5);
  expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  expect(seen.at(-1)).toBe(1);
});
