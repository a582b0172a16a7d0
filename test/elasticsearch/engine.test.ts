import { engineClient, freshIndexName, indexDocuments, serverVersion, withIndex } from './engine';

test('the engine has the version that ENGINE_VERSION says, or is a cluster of the user', async () => {
  const client = engineClient();
  const version = await serverVersion(client).finally(() => client.close());
  expect(version).toMatch(/^[89]\.\d+\.\d+/);
  expect(process.env.ENGINE_VERSION ?? version).toBe(version);
});

describe('withIndex', () => {
  const mappings = { properties: { Image: { type: 'keyword' as const } } };

  it('gives an index of its own and deletes it', async () => {
    const used = await withIndex({ mappings }, async ({ client, index }) => {
      await indexDocuments({ client, index }, [{ _id: 'a', _source: { Image: 'C:\\a.exe' } }]);
      expect((await client.count({ index, query: { term: { Image: 'C:\\a.exe' } } })).count).toBe(1);
      return index;
    });
    expect(await exists(used)).toBe(false);
  });

  it('deletes the index of a test that fails', async () => {
    let used = '';
    const failing = withIndex({ mappings }, ({ index }) => {
      used = index;
      return Promise.reject(new Error('the test failed'));
    });
    await expect(failing).rejects.toThrow('the test failed');
    expect(used).not.toBe('');
    expect(await exists(used)).toBe(false);
  });

  it('names the document that the engine refused', async () => {
    const refused = withIndex({ mappings: { properties: { at: { type: 'date' } } } }, (at) =>
      indexDocuments(at, [{ _id: 'bad-date', _source: { at: 'yesterday' } }]),
    );
    await expect(refused).rejects.toThrow('refused bad-date');
  });
});

test('freshIndexName never gives the same name twice', () => {
  const names = Array.from({ length: 1000 }, () => freshIndexName());
  expect(new Set(names).size).toBe(1000);
});

async function exists(index: string): Promise<boolean> {
  const client = engineClient();
  return client.indices.exists({ index }).finally(() => client.close());
}
