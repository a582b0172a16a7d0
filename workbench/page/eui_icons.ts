import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * EUI 90 loads an icon by `import('./assets/' + name)` without an extension, which webpack completes and esbuild does not:
 * "Module not found in bundle: ./assets/link", and the whole page stays empty.
 */
export const euiIcons: Plugin = {
  name: 'eui_icons',
  setup(build) {
    build.onLoad(
      { filter: /eui[\\/](es|lib|optimize[\\/]es)[\\/]components[\\/]icon[\\/]icon\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return {
          contents: source.replace(/'\.\/assets\/' \+ typeToPathMap\[iconType\]/, "$& + '.js'"),
          loader: 'js',
        };
      },
    );
  },
};
