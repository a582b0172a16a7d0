import { loadSampleEstate } from '../../workbench/sample_estate/load_sample_estate';
import { sampleEstate } from '../worlds/sample_estate';
import { engineClient } from './engine';

const NOW = Date.parse('2025-11-20T08:00:00Z');
const client = engineClient();
afterAll(async () => {
  const left = Object.keys(await client.indices.get({ index: 'winlogbeat-sample-*' }));
  await client.indices.delete({ index: left });
  await client.close();
});

test('the sample estate replaces what an earlier start left, whole, each host and day in another shape', async () => {
  await client.index({ index: 'winlogbeat-sample-of_an_earlier_start', document: { old: true } });
  const { events } = sampleEstate({ now: NOW });
  const progress: number[] = [];
  const loaded = await loadSampleEstate({ client, now: NOW, onProgress: (done) => void progress.push(done) });
  expect(loaded).toBe(events.length);
  expect((await client.count({ index: 'winlogbeat-sample-*' })).count).toBe(events.length);
  expect(progress).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  const indices = Object.keys(await client.indices.get({ index: 'winlogbeat-sample-*' }));
  expect(indices).toHaveLength(10);
  expect(indices).not.toContain('winlogbeat-sample-of_an_earlier_start');
}, 180_000);

test('a cancelled load stops', async () => {
  const cancel = new AbortController();
  const load = loadSampleEstate({
    client,
    now: NOW,
    signal: cancel.signal,
    onProgress: () => cancel.abort(),
  });
  await expect(load).rejects.toThrow(/abort/i);
}, 180_000);
