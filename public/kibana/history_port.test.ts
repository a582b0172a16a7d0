import type { HistoryPort } from '../host_services';
import { kibanaHistoryPort } from './history_port';

/** Kibana's scoped history passes location and action to its listeners; ours take none. */
function scopedHistory(pathname: string) {
  const calls: string[] = [];
  const listeners: ((...given: unknown[]) => void)[] = [];
  const history: HistoryPort = {
    location: { pathname, search: '?a=1' },
    push: (path) => void calls.push(`push ${path}`),
    replace: (path) => void calls.push(`replace ${path}`),
    listen: (listener) => {
      listeners.push(listener);
      return () => void calls.push('unlisten');
    },
    createHref: ({ pathname: path }) => `/base/app/sysmonTrail${path}`,
  };
  return { history, calls, change: () => listeners.forEach((listener) => listener({}, 'PUSH')) };
}

test("the app's root is '/', whether Kibana says '' or '/'", () => {
  for (const pathname of ['', '/'])
    expect(kibanaHistoryPort(scopedHistory(pathname).history).location).toEqual({
      pathname: '/',
      search: '?a=1',
    });
  expect(kibanaHistoryPort(scopedHistory('/graph').history).location.pathname).toBe('/graph');
});

test('the location is read anew each time', () => {
  const location = { pathname: '/a', search: '' };
  const port = kibanaHistoryPort({ ...scopedHistory('').history, location });
  location.pathname = '/b';
  expect(port.location.pathname).toBe('/b');
});

test('moves, links and listeners reach Kibana', () => {
  const { history, calls, change } = scopedHistory('');
  const port = kibanaHistoryPort(history);
  const heard = jest.fn();
  const unlisten = port.listen(heard);
  port.push('/graph');
  port.replace('/graph?guid=1');
  change();
  unlisten();
  expect(calls).toEqual(['push /graph', 'replace /graph?guid=1', 'unlisten']);
  expect(heard).toHaveBeenCalledWith();
  expect(port.createHref({ pathname: '/' })).toBe('/base/app/sysmonTrail/');
});
