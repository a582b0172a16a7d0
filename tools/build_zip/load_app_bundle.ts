/** Runs in the browser, as part of the small entry bundle: fetches the app's own bundle when it is first needed. */
interface Page {
  readonly __kbnPublicPath__: Readonly<Record<string, string>>;
  readonly __kbnBundles__: { has(key: string): boolean; get(key: string): unknown };
}

const page = globalThis as unknown as Page;
let loading: Promise<void> | undefined;

/**
 * The exports of a bundle file of this plugin, loaded once. After a failure the next call tries again.
 * @throws Error naming the address that did not load
 */
export async function loadAppBundle(file: string, key: string): Promise<unknown> {
  if (!page.__kbnBundles__.has(key)) {
    loading ??= addScript(`${page.__kbnPublicPath__.sysmonTrail ?? ''}${file}`).finally(
      () => (loading = undefined),
    );
    await loading;
  }
  return page.__kbnBundles__.get(key);
}

function addScript(address: string): Promise<void> {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done();
    script.onerror = () => {
      script.remove();
      fail(new Error(`${address} did not load`));
    };
    document.head.append(script);
  });
}
