import type { CoreStart, KibanaRequest } from './kibana_types';
import { userOf } from './user_of';

const REQUEST = {} as KibanaRequest;
const MINATO = { username: 'minato', authentication_realm: { name: 'native1' } };
const asked = (start: CoreStart) => userOf({ getStartServices: () => Promise.resolve([start]) }, REQUEST);

test('8.12: the user that Kibana keeps beside the request', async () => {
  const get = jest.fn(() => ({ status: 'authenticated', state: MINATO }));
  expect(await asked({ http: { auth: { get } } })).toBe('["native1","minato"]');
  expect(get).toHaveBeenCalledWith(REQUEST);
});

test('from 8.15 (recorded shape): the security service goes first', async () => {
  const getCurrentUser = jest.fn(() => MINATO);
  const get = () => ({ state: { username: 'other' } });
  expect(await asked({ http: { auth: { get } }, security: { authc: { getCurrentUser } } })).toBe(
    '["native1","minato"]',
  );
});

test('the same name in another realm is another user', async () => {
  const inRealm = (name: string) => ({ state: { ...MINATO, authentication_realm: { name } } });
  const [one, other] = await Promise.all(
    ['a', 'b'].map((realm) => asked({ http: { auth: { get: () => inRealm(realm) } } })),
  );
  expect(one).not.toBe(other);
});

test.each([
  [{ http: { auth: { get: () => ({ status: 'unknown' }) } } }],
  [{ http: {}, security: { authc: { getCurrentUser: () => null } } }],
  [{ http: {} }],
])('security off: nobody (%#)', async (start) => {
  expect(await asked(start)).toBeUndefined();
});
