import React from 'react';
import type { AppMountParameters, CoreStart } from '../kibana_types';

/** The browser side of 8.12.2's core as far as we use it: neither `rendering` nor `security` exist there. */
export function coreStart(change: Partial<CoreStart> = {}): CoreStart {
  return {
    http: { fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
    application: {
      capabilities: { sysmonTrail: { show: true, save: false }, navLinks: { sysmonTrail: true } },
      getUrlForApp: (app, { path }) => `/s/team/app/${app}${path}`,
      navigateToApp: () => Promise.resolve(),
    },
    chrome: { setBreadcrumbs: () => undefined, docTitle: { change: () => undefined } },
    uiSettings: { get: (key) => SETTINGS[key] },
    theme: { theme$: {} },
    i18n: { Context: ({ children }) => <div data-test-subj="i18n">{children}</div> },
    ...change,
  };
}

const SETTINGS: Readonly<Record<string, unknown>> = {
  'dateFormat:tz': 'Asia/Tokyo',
  'timepicker:timeDefaults': { from: 'now-15m', to: 'now' },
};

/** Mounted at the app's root. */
export function mountParameters(): AppMountParameters {
  return {
    element: document.createElement('div'),
    history: {
      location: { pathname: '', search: '' },
      push: () => undefined,
      replace: () => undefined,
      listen: () => () => undefined,
      createHref: ({ pathname, search = '' }) => `/app/sysmonTrail${pathname}${search}`,
    },
  };
}
