/** What Kibana's bootstrap script puts on every page, as recorded on 8.12.2. */
export interface KibanaPage {
  /** Evaluates a bundle file as a script of the page. */
  run(code: string): void;
  /** The keys that were defined, in order. */
  readonly defined: readonly string[];
  get(key: string): unknown;
  /** Keys of the shared libraries that were asked for. */
  readonly asked: ReadonlySet<string>;
}

export const PUBLIC_PATH = '/70281/bundles/plugin/sysmonTrail/0.1.0-8.12.2/';

type BundleRequire = (moduleKey: unknown) => unknown;

/** Sets the page's globals anew. `shared`: stand-ins of the libraries that Kibana shares. */
export function kibanaPage(shared: Readonly<Record<string, unknown>> = {}): KibanaPage {
  const bundles = new Map<string, () => unknown>();
  const asked = new Set<string>();
  const get = (key: string) => {
    const bundle = bundles.get(key);
    if (!bundle) throw new Error(`__kbnBundles__ does not have a module defined for "${key}"`);
    return bundle();
  };
  const define = (key: string, bundleRequire: BundleRequire, moduleKey: unknown) => {
    if (bundles.has(key)) throw new Error(`__kbnBundles__ already has a module defined for "${key}"`);
    bundles.set(key, () => bundleRequire(moduleKey));
  };
  Object.assign(globalThis, {
    __kbnBundles__: { define, get, has: (key: string) => bundles.has(key) },
    __kbnSharedDeps__: new Proxy(shared, { get: (all, key) => (asked.add(String(key)), all[String(key)]) }),
    __kbnPublicPath__: { sysmonTrail: PUBLIC_PATH },
  });
  return {
    run: (code) => void window.eval(code),
    get defined() {
      return [...bundles.keys()];
    },
    get,
    asked,
  };
}
