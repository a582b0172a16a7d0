import { createApp } from '../../server/app';
import { matchRoute } from './match_route';

const { routes } = createApp();
const match = (method: string, pathname: string) => {
  const found = matchRoute(routes, { method, pathname });
  return found.kind === 'found' ? { path: found.route.path, params: found.params } : found;
};

test('a path without parameters', () => {
  expect(match('GET', '/api/sysmon_trail/lineage')).toEqual({
    path: '/api/sysmon_trail/lineage',
    params: {},
  });
});

test('parameters are decoded once, slashes in them stay in them', () => {
  expect(match('GET', '/api/sysmon_trail/hosts/PC%2F1%20%E6%97%A5%2520/forest')).toEqual({
    path: '/api/sysmon_trail/hosts/{host}/forest',
    params: { host: 'PC/1 日%20' },
  });
});

test.each([
  ['GET', '/api/sysmon_trail/nothing', { kind: 'not_found' }],
  ['GET', '/api/sysmon_trail/hosts//forest', { kind: 'not_found' }],
  ['GET', '/api/sysmon_trail/lineage/', { kind: 'not_found' }],
  ['POST', '/api/sysmon_trail/lineage', { kind: 'wrong_method', allowed: ['GET'] }],
  ['GET', '/api/sysmon_trail/hosts/%E0%A4%A/forest', { kind: 'broken_path' }],
])('%s %s', (method, pathname, expected) => {
  expect(match(method, pathname)).toEqual(expected);
});
