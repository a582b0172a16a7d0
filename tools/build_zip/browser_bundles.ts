import { join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { sharedDeps } from './shared_deps';

export interface Bundle {
  /** Path inside the plugin's folder. */
  readonly path: string;
  readonly code: string;
  readonly metafile: Metafile;
}

/** `key`: under which `__kbnBundles__` knows it. Kibana itself asks for the first, the entry asks for the second. */
const ENTRY = {
  source: 'public/index.ts',
  path: 'target/public/sysmonTrail.plugin.js',
  key: 'plugin/sysmonTrail/public',
};
const APP = {
  source: 'public/kibana/app_bundle.ts',
  file: 'app.js',
  path: 'target/public/app.js',
  key: 'plugin/sysmonTrail/app',
  exports: ['mountApp', 'makeDiscoverTab'],
};

const OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2020',
  jsx: 'transform',
  minify: true,
  charset: 'utf8',
  legalComments: 'none', // licences are in NOTICE
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** The entry, which every Kibana page loads, and the app, which is loaded when it is opened. */
export function browserBundles(root: string): Promise<Bundle[]> {
  return Promise.all([
    browserBundle({ root, ...ENTRY, plugins: [lazyApp(root), sharedDeps] }),
    browserBundle({ root, ...APP, plugins: [sharedDeps] }),
  ]);
}

interface BrowserBundle {
  readonly root: string;
  readonly source: string;
  readonly path: string;
  readonly key: string;
  readonly plugins: Plugin[];
}

async function browserBundle({ root, source, path, key, plugins }: BrowserBundle): Promise<Bundle> {
  const result = await build({ ...OPTIONS, absWorkingDir: root, entryPoints: [source], plugins });
  return { path, code: defined(key, result.outputFiles[0]?.text ?? ''), metafile: result.metafile };
}

/** The form in which Kibana's loader takes a bundle: evaluated on first `get`, then the same object each time. */
const defined = (key: string, code: string): string =>
  `(function(){var made;__kbnBundles__.define(${JSON.stringify(key)},function(){if(made)return made;` +
  `var module={exports:{}},exports=module.exports;\n${code};return made=module.exports},0)})();\n`;

/** `import('./app_bundle')` of the entry becomes a stand-in that loads the app's bundle at its first call. */
const lazyApp = (root: string): Plugin => ({
  name: 'lazy-app',
  setup(build) {
    build.onResolve({ filter: /^\.\/app_bundle$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'lazy-app' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-app' }, () => ({
      contents: standIn(),
      resolveDir: join(root, 'tools/build_zip'),
    }));
  },
});

const standIn = (): string =>
  [
    `import { loadAppBundle } from './load_app_bundle';`,
    ...APP.exports.map(
      (name) =>
        `export const ${name} = async (...given) => (await loadAppBundle('${APP.file}', '${APP.key}')).${name}(...given);`,
    ),
  ].join('\n');
