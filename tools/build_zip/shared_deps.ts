import type { Plugin } from 'esbuild';

/**
 * Module -> key of `__kbnSharedDeps__`: libraries that Kibana's page has loaded already. Only such as every version
 * from 8.12 on shares under the same key.
 */
export const SHARED_DEPS: Readonly<Record<string, string>> = {
  '@elastic/charts': 'ElasticCharts',
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  '@elastic/datemath': 'KbnDatemath',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  react: 'React',
  'react-dom': 'ReactDom',
  rxjs: 'Rxjs',
};

/** A second copy of these beside Kibana's own would break styles, hooks or the page. */
const NEVER_BUNDLED =
  /^(react|react-dom|@elastic\/(eui|charts)|@emotion\/[a-z]+|@kbn\/[^/]+|rxjs|moment)(\/|$)/;

/** Takes shared libraries from Kibana's page and refuses their siblings that Kibana does not share. */
export const sharedDeps: Plugin = {
  name: 'shared-deps',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      if (Object.hasOwn(SHARED_DEPS, path)) return { path, namespace: 'shared-deps' };
      if (NEVER_BUNDLED.test(path))
        return { errors: [{ text: `"${path}" is not shared by Kibana (imported by ${importer})` }] };
      return undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'shared-deps' }, ({ path }) => ({
      contents: `module.exports = __kbnSharedDeps__[${JSON.stringify(SHARED_DEPS[path])}];`,
    }));
  },
};
