import { readUrl } from '../url_state';
import { LOCATOR, locatorPath } from './locator';

const GUID = '9f32b55f-7c4e-5f98-0000-000000000003';
const FROM = '2019-01-08T00:00:00.000Z';

test.each([
  [{}, '/'],
  [{ guid: GUID }, `/graph?guid=${GUID}`],
  [{ index: 'a b', id: 'x&y' }, '/graph?ix=a+b&id=x%26y'],
  [{ index: 'a' }, '/?ix=a'],
  [{ q: 'évil.exe' }, '/find?q=%C3%A9vil.exe'],
  [{ page: 'graph', host: 'A' } as const, '/graph?host=A'],
  [{ page: 'hosts', q: 'a' } as const, '/?q=a'],
])('%j leads to %s', (params, path) => expect(locatorPath(params)).toBe(path));

test('the app reads back what was meant', () => {
  const path = locatorPath({ guid: `{${GUID}}`, host: 'A', from: FROM, to: 'now', index: 'i', id: 'd' });
  expect(readUrl(path.slice(path.indexOf('?')))).toEqual({
    state: { guid: GUID, host: ['A'], from: FROM, to: 'now', ix: 'i', id: 'd' },
    unreadable: [],
  });
});

test.each([{ page: '//evil.example' }, { page: 'constructor' }, { guid: { a: 1 } }, { page: 7, from: null }])(
  'what a hand-made link holds beside that is left out: %j',
  (params) =>
    expect(locatorPath(params as unknown as Parameters<typeof locatorPath>[0])).toMatch(/^\/(graph)?$/),
);

test('a location names the app and its path', async () => {
  expect(await LOCATOR.getLocation({ page: 'find', q: 'a' })).toEqual({
    app: 'sysmonTrail',
    path: '/find?q=a',
    state: {},
  });
});
