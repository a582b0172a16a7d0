import fc from 'fast-check';
import { readEvent } from '../../common/field_schemas/read_event';
import type { Predicate } from '../../common/predicate/predicate';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { EventStore, FoundEvents } from '../../server/ports';
import { SAMPLE_EVENTS } from '../contracts/sample_events';
import { dnsLookups } from '../worlds/dns_lookups';
import { oddCases } from '../worlds/odd_cases';
import { renderDocument } from '../worlds/render_document';
import type { ShapeName } from '../worlds/render_document';
import { wmiPersistence } from '../worlds/wmi_persistence';
import { wordSpawnsPowershell } from '../worlds/word_spawns_powershell';
import { mappingOf } from './mapping_variants';
import type { MappingVariant } from './mapping_variants';
import { ODD_SPELLINGS } from './odd_spellings';
import { guidPredicates, NASTY_PREDICATES, predicatesAbout } from './predicates_for_tests';
import { twoStores } from './two_stores';
import type { IndexedDocument, TwoStores } from './two_stores';

const word = wordSpawnsPowershell();
export const DIFFERENTIAL_EVENTS = [
  ...word.events,
  ...SAMPLE_EVENTS,
  ...oddCases().events,
  ...dnsLookups().events,
  ...wmiPersistence().events,
  ...ODD_SPELLINGS,
];
const RANGE = { from: Date.parse('2024-03-05T09:14:02.118Z'), to: Date.parse('2024-05-01T00:00:30Z') };
const CHUNK = 25;

/** Some documents hold a field twice, as after a pipeline that moved half of them. */
export function documentsOf(shape: ShapeName): readonly IndexedDocument[] {
  const documents = DIFFERENTIAL_EVENTS.map((event, at) => ({
    _id: String(at),
    _source: renderDocument(event, shape),
  }));
  const twice = documents
    .slice(0, 5)
    .map(({ _id, _source }) => ({ _id: `twice ${_id}`, _source: withSecondImage(_source) }));
  return [...documents, ...twice];
}

function withSecondImage(source: Record<string, unknown>): Record<string, unknown> {
  const winlog = source.winlog as { event_data?: object } | undefined;
  const event_data = { ...winlog?.event_data, Image: 'C:\\Second\\image.exe' };
  return { ...source, winlog: { ...winlog, event_data } };
}

export const twoStoresOf = (shape: ShapeName, variant: MappingVariant): Promise<TwoStores> =>
  twoStores([{ create: { mappings: mappingOf(variant) }, documents: documentsOf(shape) }]);

export const nastyPredicates = (): readonly Predicate[] => [
  ...NASTY_PREDICATES,
  ...guidPredicates(word.facts.powershell),
];

interface Difference {
  readonly predicate: Predicate;
  readonly only_in_memory: readonly string[];
  readonly only_on_engine: readonly string[];
  readonly total_on_engine: unknown;
}

/** Asks both stores each predicate, with and without a range of time; empty when they agree on documents and totals. */
export async function differences(
  { es, memory }: TwoStores,
  predicates: readonly Predicate[],
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (let at = 0; at < predicates.length; at += CHUNK) {
    const chunk = predicates.slice(at, at + CHUNK);
    const [of_es, of_memory] = [await readEach(es, chunk), await readEach(memory, chunk)];
    for (const [index, answer] of of_es.entries()) {
      const difference = compare(chunk[index >> 1] ?? { kind: 'none' }, answer, of_memory[index]);
      if (difference) found.push(difference);
    }
  }
  return found;
}

const readEach = (store: EventStore, predicates: readonly Predicate[]): Promise<readonly FoundEvents[]> =>
  store.ask(
    predicates.flatMap((where) => [
      { kind: 'read', where, fields: [], max: 100_000 } as const,
      { kind: 'read', where, range: RANGE, fields: [], max: 100_000 } as const,
    ]),
  );

function compare(
  predicate: Predicate,
  es: FoundEvents,
  memory: FoundEvents | undefined,
): Difference | undefined {
  const idsOf = (answer: FoundEvents | undefined) => new Set(answer?.events.map(({ ref }) => ref.id));
  const [of_es, of_memory] = [idsOf(es), idsOf(memory)];
  const difference = {
    predicate,
    only_in_memory: [...of_memory].filter((id) => !of_es.has(id)),
    only_on_engine: [...of_es].filter((id) => !of_memory.has(id)),
    total_on_engine: es.total,
  };
  const is_equal =
    of_memory.size === of_es.size &&
    difference.only_in_memory.length === 0 &&
    es.events.length === of_es.size;
  return is_equal && es.total.exact && es.total.value === memory?.total.value ? undefined : difference;
}

/** Predicates made of the shape's own values. Prints nothing: the seed stands in the name of the test. */
export function generatedPredicates(
  shape: ShapeName,
  { seed, count }: { seed: number; count: number },
): readonly Predicate[] {
  const events = documentsOf(shape).flatMap(({ _id, _source }): SysmonEvent[] => {
    const read = readEvent({ _index: 'i', _id, _source });
    return read.kind === 'event' ? [read.event] : [];
  });
  return fc.sample(predicatesAbout(events), { seed, numRuns: count });
}
