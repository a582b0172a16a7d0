import { kibanaHttpPort } from './http_port';
import type { HttpFetch } from './kibana_types';

const LIST = { method: 'GET', path: '/api/sysmon_trail/hosts' } as const;

/** As recorded on 8.12: an answer >= 400 is thrown as an Error with the response and its parsed body. */
const thrown = (status: number, body: unknown) =>
  Object.assign(new Error('Not Found'), { response: { status }, body });

test('it sends what was asked, as Kibana wants it', async () => {
  const fetch = jest.fn<ReturnType<HttpFetch>, Parameters<HttpFetch>>();
  fetch.mockResolvedValue({ response: { status: 200 }, body: { kind: 'found' } });
  const { signal } = new AbortController();
  const asked = {
    method: 'POST',
    path: '/api/sysmon_trail/events/find',
    body: { where: 1 },
    signal,
  } as const;
  expect(await kibanaHttpPort(fetch).request(asked)).toEqual({ status: 200, body: { kind: 'found' } });
  expect(fetch).toHaveBeenCalledWith(asked.path, {
    method: 'POST',
    query: undefined,
    body: '{"where":1}',
    signal,
    asResponse: true,
  });
});

test('a request without body sends none', async () => {
  const fetch = jest.fn(() => Promise.resolve({ response: { status: 200 }, body: {} }));
  await kibanaHttpPort(fetch).request({ ...LIST, query: { limit: 3 } });
  expect(fetch).toHaveBeenCalledWith(
    LIST.path,
    expect.objectContaining({ body: undefined, query: { limit: 3 } }),
  );
});

test.each([400, 403, 404, 503])('an answer with status %d is an answer, with its body', async (status) => {
  const fetch = () => Promise.reject(thrown(status, { kind: 'x', message: 'why' }));
  expect(await kibanaHttpPort(fetch).request(LIST)).toEqual({ status, body: { kind: 'x', message: 'why' } });
});

test('an abort and a lost connection stay what they are', async () => {
  const abort = Object.assign(new Error('aborted'), { name: 'AbortError' });
  for (const error of [abort, new TypeError('Failed to fetch')])
    await expect(kibanaHttpPort(() => Promise.reject(error)).request(LIST)).rejects.toBe(error);
});
