/** @jest-environment jsdom */
import React from 'react';
import { render } from '@testing-library/react';
import type {
  AppMountParameters,
  CoreSetup,
  DocViewerTab,
  LocatorDefinition,
  PluginContext,
  SetupPlugins,
} from '../../public/kibana/kibana_types';

import { pluginFiles, withBuiltZip } from './built_zip';
import { kibanaPage, PUBLIC_PATH } from './kibana_page';

type RegisteredApp = Parameters<CoreSetup['application']['register']>[0];
interface PluginBundle {
  plugin(context?: PluginContext): {
    setup(core: CoreSetup, plugins?: SetupPlugins): void;
    start(): void;
    stop(): void;
  };
}

const KEY = 'plugin/sysmonTrail/public';
/** A page of Kibana loads every plugin's entry: this one may not be felt. */
const MAX_ENTRY_BYTES = 6_000;

let entry = '';
beforeAll(async () => {
  entry = (await withBuiltZip(pluginFiles)).get('target/public/sysmonTrail.plugin.js') ?? '';
});
beforeEach(() => document.head.replaceChildren());

function register(
  plugins?: SetupPlugins,
  shared = {},
): { page: ReturnType<typeof kibanaPage>; app: RegisteredApp } {
  const page = kibanaPage(shared);
  page.run(entry);
  const apps: RegisteredApp[] = [];
  const core = {
    getStartServices: () => Promise.resolve([{ core: 'start' }, { plugins: 'start' }]),
    application: { register: (app: RegisteredApp) => void apps.push(app) },
  } as unknown as CoreSetup;
  (page.get(KEY) as PluginBundle).plugin().setup(core, plugins);
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

test('it is small and asks for React alone', () => {
  const page = kibanaPage();
  page.run(entry);
  page.get(KEY);
  expect(entry.length).toBeLessThan(MAX_ENTRY_BYTES);
  expect([...page.asked]).toEqual(['React']);
});

test('it registers the app under its id and a category that Kibana has', () => {
  const { app } = register();
  expect(app).toMatchObject({
    id: 'sysmonTrail',
    title: 'Sysmon Trail',
    category: { id: 'securitySolution' },
  });
});

test('each page is a deep link, which Kibana finds by its title', () => {
  expect(register().app.deepLinks).toEqual([
    { id: 'hosts', title: 'Hosts', path: '/' },
    { id: 'find', title: 'Find results', path: '/find' },
    { id: 'graph', title: 'Process graph', path: '/graph' },
  ]);
});

/** The setup contracts of 8.12's share and unifiedDocViewer. */
function otherPlugins() {
  const locators: LocatorDefinition<unknown>[] = [];
  const tabs: DocViewerTab[] = [];
  const plugins = {
    share: {
      url: { locators: { create: (one: unknown) => locators.push(one as LocatorDefinition<unknown>) } },
    },
    unifiedDocViewer: { addDocView: (tab: DocViewerTab) => void tabs.push(tab) },
  };
  return { locators, tabs, plugins };
}

test('it registers its locator and its tab where Kibana has these, and loads nothing for them', async () => {
  const { locators, tabs, plugins } = otherPlugins();
  register(plugins, { React });
  expect(await locators[0]?.getLocation({ page: 'graph', guid: 'a' })).toEqual({
    app: 'sysmonTrail',
    path: '/graph?guid=a',
    state: {},
  });
  expect(tabs).toMatchObject([{ title: 'Sysmon Trail', component: expect.any(Function) }]);
  expect(document.head.querySelector('script')).toBeNull();
});

test('another plugin that refuses costs only what it was asked for', () => {
  const logged = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { locators, plugins } = otherPlugins();
  const refuse = () => {
    throw new Error('taken');
  };
  const { app } = register({ ...plugins, unifiedDocViewer: { registry: { add: refuse } } }, { React });
  expect(app.id).toBe('sysmonTrail');
  expect(locators).toHaveLength(1);
  expect(logged).toHaveBeenCalledWith(expect.stringContaining('the tab in Discover'), expect.any(Error));
  logged.mockRestore();
});

test('showing the tab loads app.js and hands it what Discover gave', async () => {
  const { tabs, plugins } = otherPlugins();
  const { page } = register(plugins, { React });
  const Tab = tabs[0]?.component ?? (() => null);
  const hit = { raw: { _index: 'a', _id: '1' } };
  const shown = render(React.createElement(Tab, { hit }));
  const script = await nextScript();
  Object.assign(globalThis, {
    makeDiscoverTab: async () => (props: { hit: { raw: { _id: string } } }) =>
      React.createElement('p', {}, `document ${props.hit.raw._id}`),
  });
  page.run(`__kbnBundles__.define('plugin/sysmonTrail/app', () => ({ makeDiscoverTab }), 0)`);
  script.dispatchEvent(new Event('load'));
  expect(await shown.findByText('document 1')).toBeTruthy();
  shown.rerender(React.createElement(Tab, { hit: { raw: { _index: 'a', _id: '2' } } }));
  expect(shown.getByText('document 2')).toBeTruthy();
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
