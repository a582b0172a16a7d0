import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { contractDocuments } from '../../test/contracts/contract_documents';
import { eventStoreContract } from '../../test/contracts/event_store_contract';
import { mappingOf } from '../../test/elasticsearch/mapping_variants';
import type { MappingVariant } from '../../test/elasticsearch/mapping_variants';
import { twoStores } from '../../test/elasticsearch/two_stores';
import type { TwoStores } from '../../test/elasticsearch/two_stores';
import { SHAPE_NAMES } from '../../test/worlds/render_document';
import type { ShapeName } from '../../test/worlds/render_document';

const CASES: readonly (readonly [ShapeName, MappingVariant])[] = [
  ...SHAPE_NAMES.map((shape): [ShapeName, MappingVariant] => [shape, 'keyword']),
  ['winlogbeat_raw', 'text_and_keyword'],
  ['winlogbeat_raw', 'text_only'],
];

/** Shapes whose event time is @timestamp, a date. */
const DATED: readonly ShapeName[] = ['ecs_7_6', 'ecs_8', 'elastic_agent'];

describe.each(CASES)('Elasticsearch event store: %s mapped as %s', (shape, variant) => {
  let two: TwoStores;
  let events: readonly SysmonEvent[];
  beforeAll(async () => {
    const create = { mappings: mappingOf(variant) };
    two = await twoStores([{ create, documents: contractDocuments(shape) }]);
    const [all] = await two.memory.ask([{ kind: 'read', where: { kind: 'all' }, fields: 'all', max: 1_000 }]);
    events = all.events;
  }, 60_000);
  afterAll(() => two.dispose());

  eventStoreContract(() => ({
    store: two.es,
    events,
    other: { index: two.indices[0] ?? '', id: 'other' },
    knowsFirstAndLast: DATED.includes(shape),
  }));
});
