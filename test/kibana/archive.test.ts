import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { entriesOf, pluginFiles, withBuiltZip } from './built_zip';
import type { ArchiveEntry } from './built_zip';
import { installAs } from './installer_rules';

const FILES = [
  'LICENSE',
  'NOTICE',
  'kibana.json',
  'package.json',
  'server/index.js',
  'target/public/app.js',
  'target/public/sysmonTrail.plugin.js',
];
const MAX_BYTES = 1_500_000;

let name = '';
let bytes = Buffer.alloc(0);
let entries: readonly ArchiveEntry[] = [];
let files: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  await withBuiltZip(
    async (zip) => {
      name = basename(zip);
      bytes = readFileSync(zip);
      entries = await entriesOf(zip);
      files = await pluginFiles(zip);
    },
    { env: { TZ: 'Asia/Tokyo' } },
  );
});

test('it is named after both versions and holds exactly the files that Kibana loads', () => {
  expect(name).toMatch(/^sysmonTrail-\d+\.\d+\.\d+-8\.12\.2\.zip$/);
  expect(entries.map(({ path }) => path).sort()).toEqual(FILES.map((path) => `kibana/sysmonTrail/${path}`));
});

test('every file is an ordinary one that its owner may write and all may read', () => {
  expect(new Set(entries.map(({ mode }) => mode.toString(8)))).toEqual(new Set(['100644']));
});

test('it is small enough to be sent along with a ticket', () => {
  expect(bytes.length).toBeLessThan(MAX_BYTES);
});

test('the same sources give the same bytes, in any time zone', async () => {
  const again = await withBuiltZip((zip) => readFileSync(zip), { env: { TZ: 'America/New_York' } });
  expect(again.equals(bytes)).toBe(true);
});

test('for another Kibana only the manifest differs', async () => {
  const other = await withBuiltZip(pluginFiles, { kibana: '8.13.0' });
  expect(FILES.filter((path) => files.get(path) !== other.get(path))).toEqual(['kibana.json']);
});

test('the installer takes it for its own Kibana and for no other', () => {
  expect(installAs(entries, '8.12.2')).toEqual({
    kind: 'installed',
    id: 'sysmonTrail',
    files: expect.arrayContaining(FILES),
  });
  expect(installAs(entries, '8.12.1')).toEqual({
    kind: 'refused',
    why: 'Plugin sysmonTrail [8.12.2] is incompatible with Kibana [8.12.1]',
  });
});

test('the installer would refuse an archive without modes or without a manifest', () => {
  const without_modes = entries.map((entry) => ({ ...entry, mode: 0 }));
  const without_manifest = entries.filter(({ path }) => !path.endsWith('kibana.json'));
  expect(installAs(without_modes, '8.12.2').kind).toBe('refused');
  expect(installAs(without_manifest, '8.12.2').kind).toBe('refused');
});

test('NOTICE carries the licence of every bundled package', () => {
  const text = files.get('NOTICE') ?? '';
  expect(text).toMatch(/^zod \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(text).toContain('Permission is hereby granted');
  expect(text).not.toContain('node_modules');
});
