import { contractDocuments } from '../../test/contracts/contract_documents';
import { mappingOf } from '../../test/elasticsearch/mapping_variants';
import { twoStores } from '../../test/elasticsearch/two_stores';
import type { TwoStores } from '../../test/elasticsearch/two_stores';

/** As templates of Winlogbeat 7 and 8 do: event id and record id are numbers in one index and keywords in the other; UtcTime is a date or absent. */
const DATE = { type: 'date', format: 'yyyy-MM-dd HH:mm:ss.SSS||strict_date_optional_time' };
const NUMBERS = {
  properties: {
    '@timestamp': { type: 'date' },
    winlog: {
      properties: {
        event_id: { type: 'long' },
        record_id: { type: 'long' },
        event_data: { properties: { UtcTime: DATE } },
      },
    },
    event: { properties: { code: { type: 'long' } } },
  },
} as const;

describe('indices of one pattern with other mappings and shapes', () => {
  let two: TwoStores;
  beforeAll(async () => {
    const keyword = mappingOf('keyword');
    two = await twoStores([
      {
        create: { mappings: { ...keyword, ...NUMBERS } as typeof keyword },
        documents: contractDocuments('winlogbeat_raw'),
      },
      { create: { mappings: keyword }, documents: contractDocuments('ecs_8') },
    ]);
  }, 60_000);
  afterAll(() => two.dispose());

  test('are counted together, with first and last event', async () => {
    const questions = [
      { kind: 'count_by', where: { kind: 'all' }, field: 'Computer', max: 100 },
      { kind: 'count_by', where: { kind: 'all' }, field: 'Actor', max: 100 },
      { kind: 'count_by', where: { kind: 'all' }, field: 'RecordID', max: 100 },
      { kind: 'count_by_time', where: { kind: 'all' }, interval_ms: 60_000 },
    ] as const;
    const [hosts, actors, records, times] = await two.es.ask(questions);
    const [expectedHosts, expectedActors, expectedRecords, expectedTimes] = await two.memory.ask(questions);
    expect(hosts.counts).toEqual(expectedHosts.counts);
    expect(hosts.counts[0]?.first).toBeDefined();
    expect(actors.counts).toEqual(expectedActors.counts);
    expect(records.counts.map(({ value, total }) => [value, total])).toEqual(
      expectedRecords.counts.map(({ value, total }) => [value, total]),
    );
    expect(times.buckets).toEqual(expectedTimes.buckets);
  });

  test('are found in order', async () => {
    const question = {
      kind: 'find',
      where: { kind: 'event_id', ids: [1] },
      fields: 'all',
      sort: 'newest',
      limit: 50,
    } as const;
    const [found] = await two.es.ask([question]);
    const [expected] = await two.memory.ask([question]);
    expect(found.events).toEqual(expected.events);
  });
});
