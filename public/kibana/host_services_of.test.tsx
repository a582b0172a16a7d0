import { hostServicesOf } from './host_services_of';
import { coreStart, mountParameters } from './testing/core_start';
import type { CoreStart } from './kibana_types';

const services = (change: Partial<CoreStart> = {}) =>
  hostServicesOf({ core: coreStart(change), plugins: {}, params: mountParameters() });

const withSettings = (settings: Record<string, unknown>) =>
  services({ uiSettings: { get: (key) => settings[key] } });

afterEach(() => document.documentElement.removeAttribute('lang'));

test('rights are the capabilities of the feature; without them there is none', () => {
  expect(services().rights).toEqual({ read: true, write: false });
  const application = { ...coreStart().application, capabilities: {} };
  expect(services({ application }).rights).toEqual({ read: false, write: false });
});

test('time zone and range come from the settings of the space, also where they are JSON text', () => {
  expect(services()).toMatchObject({
    dateFormatTz: 'Asia/Tokyo',
    defaultRange: { from: 'now-15m', to: 'now' },
  });
  const asText = withSettings({ 'timepicker:timeDefaults': '{"from":"now-7d","to":"now"}' });
  expect(asText.defaultRange).toEqual({ from: 'now-7d', to: 'now' });
});

test.each([undefined, 'no json', '3', null, { from: 1 }])('a setting like %p falls back', (broken) => {
  const { defaultRange, dateFormatTz } = withSettings({
    'timepicker:timeDefaults': broken,
    'dateFormat:tz': broken,
  });
  expect(defaultRange).toEqual({ from: 'now-24h', to: 'now' });
  expect(typeof dateFormatTz).toBe('string');
});

test.each([
  ['ja-JP', 'ja'],
  ['en', 'en'],
  ['fr-FR', 'en'],
  ['', 'en'],
])("Kibana's locale %p is our %p", (lang, locale) => {
  document.documentElement.lang = lang;
  expect(services().locale).toBe(locale);
});

test('a title becomes breadcrumbs from the app on, and a document title from the object on', () => {
  const setBreadcrumbs = jest.fn();
  const change = jest.fn();
  services({ chrome: { setBreadcrumbs, docTitle: { change } } }).setTitle(['Process graph', 'cmd.exe']);
  expect(setBreadcrumbs).toHaveBeenCalledWith([
    { text: 'Sysmon Trail', href: '/app/sysmonTrail/' },
    { text: 'Process graph' },
    { text: 'cmd.exe' },
  ]);
  expect(change).toHaveBeenCalledWith(['cmd.exe', 'Process graph', 'Sysmon Trail']);
});

test("the app's root is '/'", () => {
  expect(services().history.location.pathname).toBe('/');
});
