import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { context, type BuildContext, type BuildResult, type Plugin } from 'esbuild';
import type { PageFile } from '../http/http_host';
import { euiIcons } from './eui_icons';

const REPOSITORY = join(__dirname, '..', '..');
const ASSETS = '/assets/';

export interface BundleOptions {
  /** Builds again whenever a source changes. */
  readonly watch?: boolean;
  onBuilt?(outcome: { readonly errors: number; readonly ms: number }): void;
}

export interface AppBundle {
  /** A file below /assets/; undefined = no such file. */
  file(pathname: string): PageFile | undefined;
  /** Settles when the first build is done, well or not; the page then says what esbuild said. */
  readonly built: Promise<void>;
  stop(): Promise<void>;
}

/** The app with React and EUI for the browser, in memory. Icons stay files of their own, fetched when drawn. */
export async function bundleApp(options: BundleOptions = {}): Promise<AppBundle> {
  const files = new Map<string, PageFile>();
  for (const mode of ['light', 'dark']) files.set(`${ASSETS}eui_${mode}.css`, await euiStyles(mode));
  let firstBuilt = () => {};
  const built = new Promise<void>((resolve) => (firstBuilt = resolve));
  const collect = collectFiles((result, ms) => {
    takeFiles(files, result);
    options.onBuilt?.({ errors: result.errors.length, ms });
    firstBuilt();
  });
  const builder = await builderOf(collect);
  if (options.watch) await builder.watch();
  else void builder.rebuild().catch(() => undefined); // errors come to `collect` as data
  return { file: (pathname) => files.get(pathname), built, stop: () => builder.dispose() };
}

function builderOf(collect: Plugin): Promise<BuildContext> {
  return context({
    entryPoints: { app: join(REPOSITORY, 'workbench/browser.tsx') },
    outdir: join(REPOSITORY, 'build/workbench'), // nothing is written there: `write` is off
    absWorkingDir: REPOSITORY,
    bundle: true,
    write: false,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2020',
    jsx: 'transform',
    chunkNames: 'chunk-[hash]',
    sourcemap: 'linked',
    logLevel: 'silent',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.woff2': 'file', '.worker.js': 'text' },
    plugins: [euiIcons, collect],
  });
}

function collectFiles(onEnd: (result: BuildResult, ms: number) => void): Plugin {
  return {
    name: 'collect_files',
    setup(build) {
      let began = 0;
      build.onStart(() => void (began = performance.now()));
      build.onEnd((result) => onEnd(result, performance.now() - began));
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  map: 'application/json',
};

function takeFiles(files: Map<string, PageFile>, { outputFiles = [], errors }: BuildResult): void {
  for (const { path, contents } of outputFiles) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    files.set(ASSETS + name, {
      type: `${TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream'}; charset=utf-8`,
      content: contents,
    });
  }
  if (errors.length === 0) return;
  const said = errors.map(
    ({ text, location }) => `${location ? `${location.file}:${location.line}: ` : ''}${text}`,
  );
  // Shown as text in the page, since the page is what a developer looks at.
  const script = `document.getElementById('app').textContent = ${JSON.stringify(`The app could not be built.\n${said.join('\n')}`)}; document.getElementById('app').style.whiteSpace = 'pre-wrap';`;
  files.set(`${ASSETS}app.js`, { type: 'text/javascript; charset=utf-8', content: script });
}

const euiStyles = async (mode: string): Promise<PageFile> => ({
  type: 'text/css; charset=utf-8',
  content: await readFile(join(REPOSITORY, `node_modules/@elastic/eui/dist/eui_theme_${mode}.min.css`)),
});
