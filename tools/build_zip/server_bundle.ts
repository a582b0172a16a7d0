import { build } from 'esbuild';
import type { Bundle } from './browser_bundles';

/** Node of Kibana 8.12 is 18.18; @kbn/config-schema must be Kibana's own, since it checks by instance. */
export async function serverBundle(root: string): Promise<Bundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['server/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node18',
    external: ['@kbn/config-schema'],
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return { path: 'server/index.js', code: result.outputFiles[0]?.text ?? '', metafile: result.metafile };
}
