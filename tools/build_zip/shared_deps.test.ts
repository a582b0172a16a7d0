import { build } from 'esbuild';
import { sharedDeps } from './shared_deps';

/** Bundles one line of code that stands in the repository's root. */
async function bundle(contents: string): Promise<string> {
  const stdin = { contents, resolveDir: process.cwd() };
  const options = { bundle: true, write: false, format: 'cjs', logLevel: 'silent' } as const;
  const { outputFiles } = await build({ stdin, plugins: [sharedDeps], ...options });
  return outputFiles[0]?.text ?? '';
}

test('a shared library is taken from the page, whole', async () => {
  const code = await bundle(
    `import React from 'react'; import { EuiPanel } from '@elastic/eui'; console.log(React, EuiPanel);`,
  );
  expect(code).toContain('exports = __kbnSharedDeps__["React"]');
  expect(code).toContain('exports = __kbnSharedDeps__["ElasticEui"]');
  expect(code.length).toBeLessThan(5_000);
});

test('any other library is bundled', async () => {
  expect(await bundle(`import { z } from 'zod'; console.log(z.string());`)).toContain('ZodString');
});

test.each([
  'react/jsx-runtime',
  'react-dom/client',
  '@emotion/css',
  '@elastic/eui/lib/services',
  '@kbn/i18n',
])('%s stops the build: Kibana does not share it', async (name) => {
  await expect(bundle(`import * as a from '${name}'; console.log(a);`)).rejects.toThrow(
    `"${name}" is not shared by Kibana`,
  );
});
