/** @jest-environment jsdom */
import type { AppMountParameters, CoreSetup } from '../../public/kibana/kibana_types';
import { pluginFiles, withBuiltZip } from './built_zip';
import { kibanaPage, PUBLIC_PATH } from './kibana_page';

type RegisteredApp = Parameters<CoreSetup['application']['register']>[0];
interface PluginBundle {
  plugin(): { setup(core: CoreSetup): void; start(): void; stop(): void };
}

const KEY = 'plugin/sysmonTrail/public';
/** A page of Kibana loads every plugin's entry: this one may not be felt. */
const MAX_ENTRY_BYTES = 4_000;

let entry = '';
beforeAll(async () => {
  entry = (await withBuiltZip(pluginFiles)).get('target/public/sysmonTrail.plugin.js') ?? '';
});
beforeEach(() => document.head.replaceChildren());

function register(): { page: ReturnType<typeof kibanaPage>; app: RegisteredApp } {
  const page = kibanaPage();
  page.run(entry);
  const apps: RegisteredApp[] = [];
  const core = {
    getStartServices: () => Promise.resolve([{ core: 'start' }, { plugins: 'start' }]),
    application: { register: (app: RegisteredApp) => void apps.push(app) },
  } as unknown as CoreSetup;
  (page.get(KEY) as PluginBundle).plugin().setup(core);
  const [app] = apps;
  if (!app) throw new Error('no app was registered');
  return { page, app };
}

const mountPoint = () =>
  ({ element: document.createElement('div'), history: {} }) as unknown as AppMountParameters;
const nextScript = async (): Promise<HTMLScriptElement> => {
  for (;;) {
    const script = document.head.querySelector('script');
    if (script) return script;
    await Promise.resolve();
  }
};

test('it defines one bundle, evaluates it on first use, and gives the same object each time', () => {
  const page = kibanaPage();
  page.run(entry);
  expect(page.defined).toEqual([KEY]);
  expect(page.get(KEY)).toBe(page.get(KEY));
  expect(page.get(KEY)).toEqual({ plugin: expect.any(Function) });
});

test('it is small and asks for no shared library', () => {
  const page = kibanaPage();
  page.run(entry);
  page.get(KEY);
  expect(entry.length).toBeLessThan(MAX_ENTRY_BYTES);
  expect([...page.asked]).toEqual([]);
});

test('it registers the app under its id and a category that Kibana has', () => {
  const { app } = register();
  expect(app).toMatchObject({
    id: 'sysmonTrail',
    title: 'Sysmon Trail',
    category: { id: 'securitySolution' },
  });
});

test('opening the app loads app.js once, from where Kibana serves it, and hands over what Kibana gave', async () => {
  const { page, app } = register();
  const mountApp = jest.fn(() => 'unmount');
  const params = mountPoint();
  const mounting = app.mount(params);
  const script = await nextScript();
  expect(script.getAttribute('src')).toBe(`${PUBLIC_PATH}app.js`);
  Object.assign(globalThis, { mountApp });
  page.run(`__kbnBundles__.define('plugin/sysmonTrail/app', () => ({ mountApp }), 0)`);
  script.dispatchEvent(new Event('load'));
  expect(await mounting).toBe('unmount');
  expect(mountApp).toHaveBeenCalledWith({ core: { core: 'start' }, plugins: { plugins: 'start' }, params });
  await app.mount(params);
  expect(document.head.querySelectorAll('script')).toHaveLength(1);
});

test('when app.js does not load, the page says so, and the next visit tries again', async () => {
  const { app } = register();
  const params = mountPoint();
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const mounting = app.mount(params);
  (await nextScript()).dispatchEvent(new Event('error'));
  const unmount = await mounting;
  expect(params.element.textContent).toBe('Sysmon Trail could not be loaded. Reload the page.');
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ message: `${PUBLIC_PATH}app.js did not load` }),
  );
  unmount();
  expect(params.element.textContent).toBe('');
  void app.mount(params);
  expect((await nextScript()).getAttribute('src')).toBe(`${PUBLIC_PATH}app.js`);
  logged.mockRestore();
});
