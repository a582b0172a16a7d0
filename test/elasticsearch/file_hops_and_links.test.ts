import { warmFacts } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import type { EventStore } from '../../server/ports';
import { getFileHops } from '../../server/file_hops/get_file_hops';
import { getProcessLinks } from '../../server/process_links/get_process_links';
import { exeDetected } from '../worlds/exe_detected';
import { mailToTempncf88 } from '../worlds/mail_to_tempncf88';
import type { ShapeName } from '../worlds/render_document';
import { documentsOf } from '../worlds/world_documents';
import { countRequests } from './count_requests';
import { mappingOf, type MappingVariant } from './mapping_variants';
import { twoStores, type TwoStores } from './two_stores';

const mail = mailToTempncf88();
const detected = exeDetected();
const ASKED = [
  ...mail.facts.map(({ host, tempncf88 }) => ({ host, guid: tempncf88 })),
  { host: 'PC-SALES-07', guid: detected.facts.installer },
];
const RANGE = { from: Date.UTC(2018, 0, 1), to: Date.UTC(2024, 0, 1) };

/** What is said beside the answer may differ: how the engine found it. */
const told = (answer: object) => ({ ...answer, remarks: undefined, looked_in: undefined });

describe.each<[ShapeName, MappingVariant]>([
  ['winlogbeat_raw', 'keyword'],
  ['winlogbeat_raw', 'text_only'],
  ['ecs_8', 'keyword'],
  ['nxlog', 'text_and_keyword'],
])('hops and links on the engine: %s as %s', (shape, variant) => {
  let stores: TwoStores;
  let warm: EventStore;

  beforeAll(async () => {
    const documents = [mail, detected].flatMap((world) => documentsOf(world, shape));
    stores = await twoStores([{ create: { mappings: mappingOf(variant) }, documents }]);
    const cache = factsCache({ now: () => 0 });
    await warmFacts({ client: stores.client, patterns: stores.es.patterns, cache, operation: 'test' });
    warm = stores.storeWith({ cache });
  });
  afterAll(() => stores.dispose());

  it.each(ASKED)('file hops on $host are those of memory, in three requests', async (asked) => {
    const counter = countRequests(stores.client);
    const answer = await getFileHops(warm, asked);
    counter.stop();
    const expected = await getFileHops(stores.memory, asked);
    expect(expected.kind === 'found' && expected.hops.length).toBeGreaterThan(0);
    expect(comparable(answer)).toEqual(comparable(expected));
    expect(counter.requests.length).toBeLessThanOrEqual(3);
  });

  it.each(ASKED)(
    'links of a tree and of all of $host are those of memory, in as many requests for both',
    async (asked) => {
      const counter = countRequests(stores.client);
      const tree = await getProcessLinks(warm, asked);
      expect(counter.sequential()).toBeLessThanOrEqual(3);
      counter.stop();
      expect(comparable(tree)).toEqual(comparable(await getProcessLinks(stores.memory, asked)));
      const of_host = { host: asked.host, ...RANGE };
      const host_counter = countRequests(stores.client);
      const host = await getProcessLinks(warm, of_host);
      host_counter.stop();
      expect(host_counter.requests.length).toBeLessThanOrEqual(2);
      expect(comparable(host)).toEqual(comparable(await getProcessLinks(stores.memory, of_host)));
    },
  );

  /** Times of words cannot be sorted. Counts by process know them for dates alone. */
  const comparable = (answer: object): unknown =>
    JSON.parse(
      JSON.stringify(told(answer), (key, value: unknown) => {
        const is_left_out =
          key.endsWith('Activity') || (variant === 'text_only' && (key === 'first' || key === 'last'));
        return is_left_out ? undefined : value;
      }),
    );
});
