import React from 'react';
import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import { coreStart } from './testing/core_start';
import { withKibanaContext } from './with_kibana_context';

const APP = <p>app</p>;
const globals = globalThis as Record<string, unknown>;
const html = (core = coreStart()) => render(withKibanaContext(core, APP)).container.innerHTML;

/** A provider that shows its name and the names of what it was given. */
const provider =
  (name: string) =>
  ({ children, ...given }: { children?: ReactNode }) => (
    <div className={name} title={Object.keys(given).join()}>
      {children}
    </div>
  );

afterEach(() => {
  delete globals.__kbnBundles__;
  delete globals.__kbnSharedDeps__;
});

function bundles(exported: Record<string, unknown>) {
  globals.__kbnBundles__ = {
    has: (key: string) => key === 'plugin/kibanaReact/public',
    get: () => exported,
  };
}

test('8.12: theme of the kibanaReact plugin within the messages of core', () => {
  bundles({ KibanaThemeProvider: provider('theme') });
  globals.__kbnSharedDeps__ = {};
  expect(html()).toBe(
    '<div data-test-subj="i18n"><div class="theme" title="theme$,theme"><p>app</p></div></div>',
  );
});

test('8.18 and 9.0 (recorded shape): the shared provider gets all of core', () => {
  bundles({ KibanaThemeProvider: provider('theme') });
  const KibanaRenderContextProvider = provider('shared');
  globals.__kbnSharedDeps__ = { KbnReactKibanaContextRender: { KibanaRenderContextProvider } };
  expect(html()).toMatch(/^<div class="shared" title="http,application,chrome,.*"><p>app<\/p><\/div>$/);
});

test('from 9.1 (recorded shape): the rendering service goes first', () => {
  globals.__kbnSharedDeps__ = {
    KbnReactKibanaContextRender: { KibanaRenderContextProvider: provider('shared') },
  };
  const core = coreStart({
    rendering: { addContext: (element) => <div className="rendering">{element}</div> },
  });
  expect(html(core)).toBe('<div class="rendering"><p>app</p></div>');
});

test('where none of them is there, the app still shows', () => {
  expect(html()).toBe('<div data-test-subj="i18n"><p>app</p></div>');
});
