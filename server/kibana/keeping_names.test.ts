import type { SearchClient } from '../elasticsearch/search_client';
import { keepingNames } from './keeping_names';

const METHODS = ['msearch', 'search', 'fieldCaps', 'openPointInTime', 'closePointInTime'] as const;

test.each(METHODS)('%s keeps its parameters and options, and its name', async (method) => {
  const called = jest.fn(() => Promise.resolve('answer'));
  const client = { [method]: called } as unknown as SearchClient;
  const options = {
    signal: new AbortController().signal,
    maxRetries: 0,
    headers: { 'x-opaque-id': 'trail:lineage' },
  };
  expect(await keepingNames(client)[method]({ index: 'a' }, options)).toBe('answer');
  expect(called).toHaveBeenCalledWith({ index: 'a' }, { ...options, opaqueId: 'trail:lineage' });
});

test('a request without a name keeps that of Kibana', async () => {
  const search = jest.fn(() => Promise.resolve('answer'));
  await keepingNames({ search } as unknown as SearchClient).search({ index: 'a' });
  expect(search).toHaveBeenCalledWith({ index: 'a' }, { opaqueId: undefined });
});

test('a method of the client finds its client', async () => {
  class Client {
    readonly name = 'x';
    search(): Promise<string> {
      return Promise.resolve(this.name);
    }
  }
  expect(await keepingNames(new Client() as unknown as SearchClient).search({})).toBe('x');
});
