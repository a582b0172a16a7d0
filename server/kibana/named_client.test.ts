import type { SearchClient } from '../elasticsearch/search_client';
import { namedClient } from './named_client';

const METHODS = ['msearch', 'search', 'fieldCaps', 'openPointInTime', 'closePointInTime'] as const;

test.each(METHODS)('%s keeps its parameters and options, and carries the name', async (method) => {
  const called = jest.fn(() => Promise.resolve('answer'));
  const client = { [method]: called } as unknown as SearchClient;
  const { signal } = new AbortController();
  const answer = await namedClient(client, 'lineage')[method]({ index: 'a' }, { signal, maxRetries: 0 });
  expect(answer).toBe('answer');
  expect(called).toHaveBeenCalledWith({ index: 'a' }, { signal, maxRetries: 0, opaqueId: 'lineage' });
});

test('a method of the client finds its client', async () => {
  class Client {
    readonly name = 'x';
    search(): Promise<string> {
      return Promise.resolve(this.name);
    }
  }
  expect(await namedClient(new Client() as unknown as SearchClient, 'hosts').search({})).toBe('x');
});
