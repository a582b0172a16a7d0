import { countRequests } from '../../test/elasticsearch/count_requests';
import { mappingOf } from '../../test/elasticsearch/mapping_variants';
import { twoStores } from '../../test/elasticsearch/two_stores';
import type { IndexedDocument, TwoStores } from '../../test/elasticsearch/two_stores';
import type { FindEvents, FoundEvents } from '../ports';

const COUNT = 12_600;
/** So many events share one moment: more than a page, and a response holds them only apart. */
const TIED = 3_000;
const START = Date.parse('2024-03-05T00:00:00.000Z');
const guid = (at: number) => `{3f2c91aa-e1da-65e6-5803-${String(at).padStart(12, '0')}}`;

function documents(): IndexedDocument[] {
  return Array.from({ length: COUNT }, (_, at) => {
    const ms = START + (at < TIED ? 500_000 : (at * 7_919) % 1_000_000);
    const iso = new Date(ms).toISOString();
    const event_data = {
      UtcTime: iso.replace('T', ' ').slice(0, 23),
      ProcessGuid: guid(at % 5_000),
      Image: `C:\\${at % 97}.exe`,
    };
    return {
      _id: `d${at}`,
      _source: {
        '@timestamp': iso,
        winlog: {
          channel: 'Microsoft-Windows-Sysmon/Operational',
          event_id: at % 2 ? 1 : 5,
          record_id: at,
          computer_name: 'MANY-01',
          event_data,
        },
      },
    };
  });
}

let two: TwoStores;
beforeAll(async () => {
  two = await twoStores([{ create: { mappings: mappingOf('keyword') }, documents: documents() }]);
}, 120_000);
afterAll(() => two.dispose());

const idsOf = ({ events }: FoundEvents) => events.map(({ ref }) => ref.id);

it.each(['oldest', 'newest'] as const)(
  'every event is reached exactly once by the %s, in order, though thousands share a moment',
  async (sort) => {
    const question: FindEvents = { kind: 'find', where: { kind: 'all' }, fields: [], sort, limit: 900 };
    const ids: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const [page] = await two.es.ask([{ ...question, ...(after && { after }) }]);
      expect(page.total).toEqual({ value: COUNT, exact: true });
      ids.push(...idsOf(page));
      after = page.next;
      more = after !== undefined && ids.length <= COUNT;
    }
    const [whole] = await two.memory.ask([{ ...question, limit: COUNT }]);
    expect(ids).toEqual(idsOf(whole));
  },
  120_000,
);

it('more than 10,000 events are read in two steps', async () => {
  await two.es.ask([{ kind: 'find', where: { kind: 'none' }, fields: [], sort: 'oldest', limit: 1 }]);
  const counter = countRequests(two.client);
  const [read] = await two.es.ask([
    { kind: 'read', where: { kind: 'all' }, fields: ['ProcessGuid'], max: 100_000 },
  ]);
  expect(counter.sequential()).toBe(2);
  counter.stop();
  expect(new Set(idsOf(read)).size).toBe(COUNT);
  expect(read).toMatchObject({ total: { value: COUNT, exact: true }, remarks: [] });
}, 60_000);

it('questions of one kind and another are one request once the mappings are known', async () => {
  const counter = countRequests(two.client);
  const [starts, counts] = await two.es.ask([
    {
      kind: 'read',
      where: { kind: 'event_id', ids: [1] },
      range: { from: START, to: START + 1_000_000 },
      fields: ['Image'],
      max: 10_000,
    },
    {
      kind: 'count_by',
      where: { kind: 'equals', field: 'Computer', value: 'many-01' },
      field: 'Actor',
      max: 100_000,
    },
  ]);
  expect(counter.requests.map(({ path }) => path)).toEqual([expect.stringContaining('_msearch')]);
  counter.stop();
  expect(starts.events).toHaveLength(COUNT / 2);
  expect([counts.counts.length, counts.total.value]).toEqual([5_000, COUNT]);
});

it('more undecided events than are counted make a total a lower bound', async () => {
  const [page] = await two.es.ask([
    { kind: 'find', where: { kind: 'keyword', value: '.exe' }, fields: [], sort: 'oldest', limit: 10 },
  ]);
  expect(page.events).toHaveLength(10);
  expect(page.total).toEqual({ value: 0, exact: false });
  expect(page.remarks).toContainEqual({ kind: 'checked_in_memory', reasons: ['a text in any field'] });
});

it('a superset is paged on until the page is full', async () => {
  const where = { kind: 'keyword', value: 'C:\\96.exe' } as const;
  const question: FindEvents = { kind: 'find', where, fields: [], sort: 'oldest', limit: 50 };
  const [[es], [memory]] = [await two.es.ask([question]), await two.memory.ask([question])];
  expect(idsOf(es)).toEqual(idsOf(memory));
}, 60_000);
