import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { entriesOf, pluginFiles, withBuiltZip } from './built_zip';
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

test('it is named after both versions and holds exactly the files that Kibana loads', async () => {
  await withBuiltZip(async (zip) => {
    expect(basename(zip)).toMatch(/^sysmonTrail-\d+\.\d+\.\d+-8\.12\.2\.zip$/);
    const paths = (await entriesOf(zip)).map(({ path }) => path);
    expect(paths.sort()).toEqual(FILES.map((path) => `kibana/sysmonTrail/${path}`));
  });
});

test('every file is an ordinary one that its owner may write and all may read', async () => {
  await withBuiltZip(async (zip) => {
    const modes = (await entriesOf(zip)).map(({ mode }) => mode.toString(8));
    expect(new Set(modes)).toEqual(new Set(['100644']));
  });
});

test('it is small enough to be sent along with a ticket', async () => {
  expect(await withBuiltZip((zip) => statSync(zip).size)).toBeLessThan(MAX_BYTES);
});

test('the same sources give the same bytes, in any time zone', async () => {
  const [tokyo, newYork] = await Promise.all(
    ['Asia/Tokyo', 'America/New_York'].map((TZ) => withBuiltZip((zip) => readFileSync(zip), { env: { TZ } })),
  );
  expect(tokyo).toEqual(newYork);
});

test('for another Kibana only the manifest differs', async () => {
  const [one, other] = await Promise.all(
    ['8.12.2', '8.13.0'].map((kibana) => withBuiltZip(pluginFiles, { kibana })),
  );
  const different = FILES.filter((path) => one?.get(path) !== other?.get(path));
  expect(different).toEqual(['kibana.json']);
});

test('the installer takes it for its own Kibana and for no other', async () => {
  await withBuiltZip(async (zip) => {
    const entries = await entriesOf(zip);
    expect(installAs(entries, '8.12.2')).toEqual({
      kind: 'installed',
      id: 'sysmonTrail',
      files: expect.any(Array),
    });
    expect(installAs(entries, '8.12.1')).toEqual({
      kind: 'refused',
      why: 'Plugin sysmonTrail [8.12.2] is incompatible with Kibana [8.12.1]',
    });
  });
});

test('the installer would refuse an archive without modes or without a manifest', async () => {
  await withBuiltZip(async (zip) => {
    const entries = await entriesOf(zip);
    expect(
      installAs(
        entries.map((e) => ({ ...e, mode: 0 })),
        '8.12.2',
      ),
    ).toMatchObject({ kind: 'refused' });
    expect(
      installAs(
        entries.filter(({ path }) => !path.endsWith('kibana.json')),
        '8.12.2',
      ).kind,
    ).toBe('refused');
  });
});

test('NOTICE carries the licence of every bundled package', async () => {
  const text = (await withBuiltZip(pluginFiles)).get('NOTICE') ?? '';
  expect(text).toMatch(/^zod \d+\.\d+\.\d+ \(MIT\)$/m);
  expect(text).toContain('Permission is hereby granted');
  expect(text).not.toContain('node_modules');
});
