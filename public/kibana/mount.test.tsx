import type * as ReactModule from 'react';
import type { HostServices } from '../host_services';
import { mountApp } from './mount';
import { coreStart, mountParameters } from './testing/core_start';

/** The app itself is tested in its own place; here only what Kibana gives it and takes back. */
jest.mock('../app', () => {
  const React = jest.requireActual<typeof ReactModule>('react');
  const App = ({ services }: { services: HostServices }) =>
    React.createElement(
      'p',
      {},
      `at ${services.history.location.pathname}, may read: ${services.rights.read}`,
    );
  return { App };
});

test('the app appears in the element that Kibana gave, and goes without a trace', async () => {
  const params = mountParameters();
  const unmount = await mountApp({ core: coreStart(), plugins: {}, params });
  expect(params.element.textContent).toBe('at /, may read: true');
  expect(params.element.querySelector('[data-test-subj="i18n"]')).not.toBeNull();
  unmount();
  expect(params.element.childNodes).toHaveLength(0);
});
