import { plainSearch, tellIntervals } from './plain_search';
import type { Intervals } from './plain_search';

const DAY = { range: { '@timestamp': { gte: '2024-03-05T00:00:00Z', lt: '2024-03-06T00:00:00Z' } } };

test('scripts are left out wherever they stand', () => {
  const body = {
    query: { match_all: {} },
    script_fields: { a: { script: { source: '1' } } },
    runtime_mappings: { a: { type: 'long', script: { source: 'emit(1)' } }, b: { type: 'keyword' } },
    aggs: {
      scripted: { terms: { script: { source: '1' } } },
      kept: {
        terms: { field: 'x' },
        aggs: { inner: { bucket_script: {} }, count: { value_count: { field: 'x' } } },
      },
    },
  };
  expect(plainSearch(body, {})).toEqual({
    query: { match_all: {} },
    runtime_mappings: { a: { type: 'long' }, b: { type: 'keyword' } },
    aggs: { kept: { terms: { field: 'x' }, aggs: { count: { value_count: { field: 'x' } } } } },
  });
});

test("Task Manager's sort by script becomes a sort by the time when a task is due", () => {
  const sort = [{ _script: { type: 'number' } }, { other: 'asc' }];
  expect(plainSearch({ sort }, {}).sort).toEqual([
    { 'task.runAt': { order: 'asc', unmapped_type: 'date' } },
    { other: 'asc' },
  ]);
});

test('auto_date_histogram gets a fixed interval that gives at most as many buckets, and the answer names it', () => {
  const intervals: Intervals = {};
  const aggs = { time: { auto_date_histogram: { field: '@timestamp', buckets: 50 } } };
  const body = plainSearch({ query: { bool: { filter: [DAY] } }, aggs }, intervals);
  expect(body.aggs).toEqual({
    time: { date_histogram: { field: '@timestamp', fixed_interval: '30m', min_doc_count: 0 } },
  });
  const answer = { time: { buckets: [] as unknown[] } };
  tellIntervals(answer, intervals);
  expect(answer.time).toMatchObject({ interval: '30m' });
});
