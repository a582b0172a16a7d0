import { discoverUrl } from './discover_url';
import type { StartPlugins } from './kibana_types';

const DOCUMENT = { index: 'winlogbeat-7', id: 'a"b' };

/** The locator service of 8.12's share plugin. */
function share(known: string): StartPlugins {
  const getRedirectUrl = (params: object) => `/app/r?l=${known}&p=${JSON.stringify(params)}`;
  return { share: { url: { locators: { get: (id) => (id === known ? { getRedirectUrl } : undefined) } } } };
}

test('it asks Discover for one document by index and id, whenever it was', () => {
  const url = discoverUrl(share('DISCOVER_APP_LOCATOR'), DOCUMENT) ?? '';
  const params = JSON.parse(url.split('&p=')[1] ?? '') as unknown;
  expect(params).toEqual({
    dataViewSpec: { title: 'winlogbeat-7', timeFieldName: '@timestamp' },
    query: { language: 'kuery', query: '_id : "a\\"b"' },
    timeRange: { from: '1970-01-01T00:00:00.000Z', to: 'now' },
  });
});

test('without Discover or without the share plugin there is no link', () => {
  expect(discoverUrl(share('OTHER_LOCATOR'), DOCUMENT)).toBeUndefined();
  expect(discoverUrl({}, DOCUMENT)).toBeUndefined();
});
