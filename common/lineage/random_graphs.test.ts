import fc from 'fast-check';
import { activityOfEvents } from '../../test/lineage/activity_of_events';
import { keyOf, made, started, startOf, ZERO_GUID } from '../../test/lineage/made_events';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { buildForest, buildLineage, type ProcessTrees } from './build_lineage';
import { sumOf } from './tally_activity';

const RUNS = 10_000;
/** Processes 0..11, of which any may have an event 1, several of them, or none. */
const process_number = fc.nat({ max: 11 });
const parent = fc.oneof(
  { weight: 8, arbitrary: process_number },
  { weight: 1, arbitrary: fc.constantFrom(ZERO_GUID, '-', '', 'no guid') },
  { weight: 1, arbitrary: fc.constant(undefined) },
);
const start = fc.record({ n: process_number, parent });
const other = fc.record({ n: process_number, id: fc.constantFrom(3, 5, 7, 8, 10, 22) });
const graph = fc.record({
  starts: fc.array(start, { maxLength: 20 }),
  others: fc.array(other, { maxLength: 10 }),
  origin: process_number,
});

type Graph = typeof graph extends fc.Arbitrary<infer T> ? T : never;

const eventsOf = ({ starts, others }: Graph): SysmonEvent[] => [
  ...starts.map(({ n, parent: of }) => started(n, { parent: of })),
  ...others.map(({ n, id }) => made({ id, at: startOf(n) + 5, actor: n })),
];

/** The slow and obvious way: of each process the parent that its earliest event 1 names. */
function plainParents(events: readonly SysmonEvent[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const { eventId, fields } of events) {
    const key = fields.ProcessGuid?.slice(1, -1).toLowerCase();
    if (eventId !== 1 || key === undefined || parents.has(key)) continue;
    parents.set(key, fields.ParentProcessGuid?.replace(/[{}]/g, '').toLowerCase() ?? '');
  }
  for (const [key, named] of parents) if (!/^(?!0{8})[0-9a-f]{8}-/.test(named)) parents.delete(key);
  return parents;
}

function chainOf(key: string, parents: ReadonlyMap<string, string>): string[] {
  const chain = [key];
  for (let at = parents.get(key); at !== undefined && !chain.includes(at); at = parents.get(at))
    chain.push(at);
  return chain;
}

function loopsIn(keys: Iterable<string>, parents: ReadonlyMap<string, string>): Set<string> {
  const loops = new Set<string>();
  for (const key of keys) {
    const chain = chainOf(key, parents);
    const back = parents.get(chain.at(-1) ?? '');
    if (back !== undefined) loops.add([...chain.slice(chain.indexOf(back))].sort().join());
  }
  return loops;
}

function expectSound({ nodes, roots }: ProcessTrees): void {
  const seen = new Set<string>();
  for (const { id, parentId } of nodes) {
    expect(seen.has(id)).toBe(false);
    if (parentId !== undefined) expect(seen.has(parentId)).toBe(true);
    seen.add(id);
  }
  expect(roots).toEqual(nodes.filter(({ parentId }) => parentId === undefined).map(({ id }) => id));
}

const sumOfNodes = ({ nodes }: ProcessTrees): number =>
  nodes.reduce((sum, { counts }) => sum + sumOf(counts), 0);

it(`${RUNS} random graphs: every process once, parents first, nothing lost, each loop opened once`, () => {
  fc.assert(
    fc.property(graph, (asked) => {
      const events = eventsOf(asked);
      const parents = plainParents(events);
      const activity = activityOfEvents(events);
      const trees = buildForest({ events, activity });
      expectSound(trees);
      const expected = new Set([...activity.keys()].flatMap((key) => chainOf(key, parents)));
      expect(new Set(trees.nodes.map(({ id }) => id))).toEqual(expected);
      expect(sumOfNodes(trees)).toBe(events.length);
      const left_out = trees.nodes.filter(({ id, parentId }) => parentId !== parents.get(id));
      expect(left_out).toHaveLength(loopsIn(expected, parents).size);
      expect(left_out.every(({ parentId }) => parentId === undefined)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

it(`${RUNS} random graphs: the lineage has its origin, its chain, and what the forest has below it`, () => {
  fc.assert(
    fc.property(graph, (asked) => {
      const events = eventsOf(asked);
      const activity = activityOfEvents(events);
      const origin = keyOf(asked.origin);
      const trees = buildLineage({ events, activity, origin });
      expectSound(trees);
      expect(trees.nodes.some(({ id }) => id === origin)).toBe(true);
      expect(trees.roots).toHaveLength(1);
      const whole = buildForest({ events, activity: new Map([...activity, [origin, { counts: {} }]]) });
      const parents = new Map(whole.nodes.flatMap(({ id, parentId }) => (parentId ? [[id, parentId]] : [])));
      const related = whole.nodes.filter(
        ({ id }) => chainOf(id, parents).includes(origin) || chainOf(origin, parents).includes(id),
      );
      expect(new Set(trees.nodes.map(({ id }) => id))).toEqual(new Set(related.map(({ id }) => id)));
    }),
    { numRuns: RUNS },
  );
});

it('the order of delivery changes nothing', () => {
  fc.assert(
    fc.property(
      graph.chain((asked) => {
        const events = eventsOf(asked);
        return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
      }),
      ([events, shuffled]) => {
        const activity = activityOfEvents(events);
        const plain = buildForest({ events, activity });
        const again = buildForest({ events: shuffled, activity });
        expect(again).toEqual(plain);
      },
    ),
    { numRuns: 1000 },
  );
});
