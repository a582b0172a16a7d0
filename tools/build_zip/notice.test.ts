import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { bundledPackages, notice } from './notice';

/** A bundle of these inputs; 0 bytes = imported and shaken off again. */
const bundled = (inputs: Record<string, number>): Metafile => {
  const sizes = Object.entries(inputs).map(([path, bytesInOutput]) => [path, { bytesInOutput }]);
  return {
    inputs: {},
    outputs: { 'out.js': { bytes: 1, inputs: Object.fromEntries(sizes), imports: [], exports: [] } },
  };
};

function inRepository<T>(
  packages: Record<string, { license?: string; text?: string }>,
  run: (root: string) => T,
): T {
  const root = mkdtempSync(join(tmpdir(), 'sysmon-trail-notice-'));
  for (const [folder, { license, text }] of Object.entries(packages)) {
    mkdirSync(join(root, folder), { recursive: true });
    const name = folder.replace(/.*node_modules\//, '');
    writeFileSync(join(root, folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
    if (text) writeFileSync(join(root, folder, 'LICENSE.md'), text);
  }
  try {
    return run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('packages are found by folder: scoped, nested, once each; own code and what was shaken off are not', () => {
  const metafile = bundled({
    'server/app.ts': 9,
    'node_modules/zod/v3/a.js': 1,
    'node_modules/zod/v3/b.js': 1,
    'node_modules/@scope/one/index.js': 1,
    'node_modules/zod/node_modules/inner/index.js': 1,
    'node_modules/unused/index.js': 0,
  });
  expect(bundledPackages([metafile, metafile])).toEqual([
    'node_modules/@scope/one',
    'node_modules/zod',
    'node_modules/zod/node_modules/inner',
  ]);
});

test('each gets its name, version, licence and text', () => {
  const text = inRepository(
    { 'node_modules/zod': { license: 'MIT', text: 'Permission is\r\nhereby granted' } },
    (root) => notice(root, [bundled({ 'node_modules/zod/index.js': 1 })]),
  );
  expect(text).toContain('zod 1.0.0 (MIT)\n\nPermission is\nhereby granted\n');
});

test.each([
  [{ license: 'GPL-3.0', text: 'text' }, 'node_modules/bad: licence "GPL-3.0" was not judged yet'],
  [{ text: 'text' }, 'licence "undefined" was not judged yet'],
  [{ license: 'MIT' }, 'has no licence text'],
])('a package with %j stops the build', (given, problem) => {
  inRepository({ 'node_modules/bad': given }, (root) => {
    expect(() => notice(root, [bundled({ 'node_modules/bad/index.js': 1 })])).toThrow(problem);
  });
});
