import { builtinModules, createRequire } from 'node:module';
import { createApp } from '../../server/app';
import type { KibanaFeature, RouteConfig } from '../../server/kibana/kibana_types';
import { pluginFiles, withBuiltZip } from './built_zip';

interface ServerBundle {
  readonly config: { readonly schema: unknown };
  plugin(context: object): { setup(core: object, plugins: object): void; start(): void; stop(): void };
}

/** Stands for Kibana's own package: every type is what it was made of. */
const CONFIG_SCHEMA = {
  schema: {
    boolean: (options: object) => ({ type: 'boolean', ...options }),
    string: (options: object) => ({ type: 'string', ...options }),
    arrayOf: (of: object, options: object) => ({ type: 'array', of, ...options }),
    object: (properties: object) => ({ type: 'object', properties }),
  },
};

const BUILT_IN = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
const CONTEXT = {
  logger: { get: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined }) },
  config: { get: () => ({ enabled: true, index_patterns: ['winlogbeat-*'] }) },
};

const fromNode = createRequire(__filename);

let code = '';
beforeAll(async () => {
  code = (await withBuiltZip(pluginFiles)).get('server/index.js') ?? '';
});

function load(): ServerBundle {
  const module = { exports: {} };
  const fromKibana = (name: string): unknown =>
    name === '@kbn/config-schema' ? CONFIG_SCHEMA : fromNode(name);
  new Function('require', 'module', 'exports', code)(fromKibana, module, module.exports);
  return module.exports as ServerBundle;
}

test('it requires nothing but Node and @kbn/config-schema', () => {
  const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name = '']) => name);
  expect(required.filter((name) => !BUILT_IN.has(name))).toEqual(['@kbn/config-schema']);
});

test('it exports what Kibana asks for', () => {
  expect(load()).toMatchObject({ plugin: expect.any(Function), config: { schema: expect.any(Object) } });
});

test('kibana.yml may say whether it is enabled and where the events are', () => {
  expect(load().config.schema).toEqual({
    type: 'object',
    properties: {
      enabled: { type: 'boolean', defaultValue: true },
      index_patterns: expect.objectContaining({
        type: 'array',
        defaultValue: ['winlogbeat-*', 'logs-windows.sysmon_operational-*'],
        minSize: 1,
      }),
    },
  });
});

test('set up, it has registered every route of the app and one feature', () => {
  const routes: string[] = [];
  const features: KibanaFeature[] = [];
  const add = (method: string) => (config: RouteConfig) => void routes.push(`${method} ${config.path}`);
  const core = { http: { createRouter: () => ({ get: add('GET'), post: add('POST') }) } };
  const plugin = load().plugin(CONTEXT);
  plugin.setup(core, {
    features: { registerKibanaFeature: (feature: KibanaFeature) => void features.push(feature) },
  });
  plugin.start();
  plugin.stop();
  expect(routes.sort()).toEqual(
    createApp()
      .routes.map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
  expect(features.map(({ id }) => id)).toEqual(['sysmonTrail']);
});
