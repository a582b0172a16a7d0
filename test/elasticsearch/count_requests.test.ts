import { countRequests } from './count_requests';
import { engineClient } from './engine';

describe('countRequests', () => {
  const client = engineClient();
  const health = () => client.cluster.health();
  afterAll(() => client.close());

  it('counts requests made one after the other as sequential', async () => {
    const counter = countRequests(client);
    await health();
    await health();
    await health();
    expect(counter.requests).toHaveLength(3);
    expect(counter.sequential()).toBe(3);
    expect(counter.concurrent()).toBe(1);
    counter.stop();
  });

  it('counts requests made at once as one step', async () => {
    const counter = countRequests(client);
    await health();
    await Promise.all([health(), health(), health(), health()]);
    expect(counter.requests).toHaveLength(5);
    expect(counter.sequential()).toBe(2);
    expect(counter.concurrent()).toBe(4);
    counter.stop();
  });

  it('sees requests of child clients, method and path of each, and those that fail', async () => {
    const counter = countRequests(client);
    const child = client.child({ headers: { 'x-opaque-id': 'a-test' } });
    await expect(child.search({ index: 'there-is-no-such-index' })).rejects.toThrow(
      'index_not_found_exception',
    );
    expect(counter.requests).toEqual([
      { method: 'GET', path: '/there-is-no-such-index/_search', began: 0, ended: 1 },
    ]);
    counter.stop();
  });

  it('counts each attempt of a request that is retried', async () => {
    const nobody = engineClient({ node: 'http://127.0.0.1:9', maxRetries: 2, requestTimeout: 2000 });
    const counter = countRequests(nobody);
    await expect(nobody.cluster.health({}, { retryBackoff: () => 0 })).rejects.toThrow('ECONNREFUSED');
    expect(counter.requests).toHaveLength(3);
    expect(counter.sequential()).toBe(3);
    await nobody.close();
  });

  it('counts nothing before it begins and after it stops', async () => {
    await health();
    const counter = countRequests(client);
    counter.stop();
    await health();
    expect(counter.requests).toEqual([]);
  });
});
