import type { Client } from '@elastic/elasticsearch';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { esEventStore, warmFacts } from '../../server/elasticsearch/es_event_store';
import { factsCache } from '../../server/elasticsearch/facts_cache';
import type { EventStore } from '../../server/ports';
import type { AskedLineage } from '../../server/process_lineage/find_start';
import { getProcessLineage } from '../../server/process_lineage/get_process_lineage';
import { guidOf, made } from '../lineage/made_events';
import { renderDocument, type ShapeName } from '../worlds/render_document';
import { countRequests } from './count_requests';
import { engineClient, freshIndexName, indexDocuments } from './engine';
import { mappingOf } from './mapping_variants';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const START = Date.UTC(2024, 2, 5, 9);
const DEPTHS = [1, 2, 3, 20, 200];
const FAN_OUTS = [1, 50, 5000];

/** Process n of a host, started by process `parent` of the same host; a second or two days apart. */
const start = (host: string, n: number, { parent, step }: { parent?: number; step: number }): SysmonEvent => {
  const at = (k: number): number => START + k * step;
  const from_parent =
    parent === undefined
      ? {}
      : { ParentProcessGuid: guidOf(parent, at(parent)), ParentImage: 'C:\\p.exe', ParentProcessId: '4' };
  return made({
    id: 1,
    at: at(n),
    host,
    actor: guidOf(n, at(n)),
    fields: { Image: `C:\\p${n}.exe`, ProcessId: String(n + 8), ...from_parent },
  });
};

const chain = (host: string, depth: number, step: number): SysmonEvent[] =>
  Array.from({ length: depth }, (_, n) => start(host, n, { parent: n > 0 ? n - 1 : undefined, step }));
const fan = (host: string, children: number): SysmonEvent[] => [
  start(host, 0, { step: 1 }),
  ...Array.from({ length: children }, (_, n) => start(host, n + 1, { parent: 0, step: 1 })),
];

const client: Client = engineClient();
const prefix = freshIndexName('lineage');
let store: EventStore;

const EVENTS = [
  ...DEPTHS.flatMap((depth) => chain(`CHAIN-${depth}`, depth, SECOND)),
  ...DEPTHS.flatMap((depth) => chain(`OLD-${depth}`, depth, 2 * DAY)),
  ...FAN_OUTS.flatMap((children) => fan(`FAN-${children}`, children)),
];

/** The hosts of one index a shape, so that they are found through a mixed pattern. */
async function index(events: readonly SysmonEvent[], shape: ShapeName): Promise<void> {
  const name = `${prefix}-${shape}`;
  await client.indices.create({ index: name, mappings: mappingOf('keyword') });
  const documents = events.map(({ ref, eventId, host, time, fields }, at) => ({
    _id: ref.id,
    _source: renderDocument(
      {
        eventId,
        host,
        utc: time.ms,
        logged: time.ms + 3,
        recordId: at + 1,
        fields: { UtcTime: new Date(time.ms).toISOString().replace('T', ' ').slice(0, 23), ...fields },
      },
      shape,
    ),
  }));
  await indexDocuments({ client, index: name }, documents);
}

beforeAll(async () => {
  const is_old = ({ host }: SysmonEvent) => host.startsWith('OLD');
  await index(
    EVENTS.filter((event) => !is_old(event)),
    'winlogbeat_raw',
  );
  await index(EVENTS.filter(is_old), 'ecs_8');
  const options = {
    client,
    patterns: [`${prefix}-*`],
    cache: factsCache({ now: () => 0 }),
    operation: 'lineage',
  };
  await warmFacts(options);
  store = esEventStore(options);
});

afterAll(async () => {
  await client.indices.delete({ index: [`${prefix}-winlogbeat_raw`, `${prefix}-ecs_8`] }, { ignore: [404] });
  await client.close();
});

async function ask(asked: Partial<AskedLineage>) {
  const counter = countRequests(client);
  const answer = await getProcessLineage(store, { role: 'source', ...asked });
  counter.stop();
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return { answer, requests: counter.sequential() };
}

const idsOf = (document_of: string, n: number) =>
  EVENTS.find(({ host, fields }) => host === document_of && fields.Image === `C:\\p${n}.exe`)?.ref.id ?? '';

describe('requests to Elasticsearch, one after the other', () => {
  it.each(DEPTHS)('2 for a chain of %i, when GUID, host and time are given', async (depth) => {
    const guid = guidOf(depth - 1, START + (depth - 1) * SECOND);
    const asked = { guid, host: `CHAIN-${depth}`, from: START, to: START + DAY };
    const { answer, requests } = await ask(asked);
    expect(answer.nodes.map(({ known }) => known)).toEqual(Array(depth).fill('recorded'));
    expect(answer.total).toBe(depth);
    expect(requests).toBeLessThanOrEqual(2);
  });

  it.each(FAN_OUTS)('2 for %i children', async (children) => {
    const asked = { guid: guidOf(0, START), host: `FAN-${children}`, from: START, to: START + DAY };
    const { answer, requests } = await ask(asked);
    expect(answer.nodes).toHaveLength(children + 1);
    expect(answer.otherProcesses).toBe(0);
    expect(requests).toBeLessThanOrEqual(2);
  });

  it.each(DEPTHS)('3 for a chain of %i, from the address of a document', async (depth) => {
    const id = idsOf(`CHAIN-${depth}`, depth - 1);
    const { answer, requests } = await ask({ index: `${prefix}-winlogbeat_raw`, id });
    expect(answer.nodes).toHaveLength(depth);
    expect(answer.event?.ref.id).toBe(id);
    expect(requests).toBeLessThanOrEqual(3);
  });

  it.each(FAN_OUTS)('3 for %i children, from the address of a document', async (children) => {
    const id = idsOf(`FAN-${children}`, 0);
    const { answer, requests } = await ask({ index: `${prefix}-winlogbeat_raw`, id });
    expect(answer.nodes).toHaveLength(children + 1);
    expect(requests).toBeLessThanOrEqual(3);
  });

  it.each(DEPTHS)('at most 3 more for a chain of %i with two days from each to the next', async (depth) => {
    const at = START + (depth - 1) * 2 * DAY;
    const asked = { guid: guidOf(depth - 1, at), host: `OLD-${depth}`, from: at - 1, to: at + DAY };
    const { answer, requests } = await ask(asked);
    expect(answer.nodes.map(({ known, image }) => [known, image])).toEqual(
      Array.from({ length: depth }, (_, n) => ['recorded', `C:\\p${n}.exe`]),
    );
    expect(answer.total).toBe(1);
    expect(requests).toBeLessThanOrEqual(5);
    const from_document = await ask({ index: `${prefix}-ecs_8`, id: idsOf(`OLD-${depth}`, depth - 1) });
    expect(from_document.answer.nodes).toHaveLength(depth);
    expect(from_document.requests).toBeLessThanOrEqual(6);
  });
});
