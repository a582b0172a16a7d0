import type { LineageAnswer } from '../../common/api/lineage';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { countingStore } from '../../test/lineage/counting_store';
import { expectConserved } from '../../test/lineage/expect_conserved';
import { BASE, guidOf, HOST, keyOf, made, started, startOf, ZERO_GUID } from '../../test/lineage/made_events';
import { memoryEventStore } from '../memory/memory_event_store';
import type { AskedLineage } from './find_start';
import { getProcessLineage, type LineageOptions } from './get_process_lineage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type Asked = Partial<AskedLineage & LineageOptions>;

const storeOf = (events: readonly SysmonEvent[]) => countingStore(memoryEventStore(events));
const ask = (events: readonly SysmonEvent[], asked: Asked): Promise<LineageAnswer> =>
  getProcessLineage(memoryEventStore(events), { role: 'source', ...asked });

async function found(events: readonly SysmonEvent[], asked: Asked) {
  const answer = await ask(events, asked);
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return answer;
}

const idsOf = ({ nodes }: { nodes: readonly { id: string }[] }): string[] => nodes.map(({ id }) => id);
/** n processes, each started by the one before, `step` apart. */
const chain = (n: number, step = 1000): SysmonEvent[] =>
  Array.from({ length: n }, (_, i) => startedAt(i, i > 0 ? i - 1 : undefined, step));
const startedAt = (n: number, parent: number | undefined, step: number): SysmonEvent =>
  started(n, {
    at: BASE + n * step,
    fields:
      parent === undefined
        ? {}
        : { ParentProcessGuid: guidOf(parent, BASE + parent * step), ParentImage: 'C:\\p.exe' },
  });

describe('requests, one after the other', () => {
  const day = { host: HOST, from: BASE, to: BASE + DAY };

  it.each([1, 2, 3, 10, 50, 200])(
    'are 2 for a chain of %i when GUID, host and time are given',
    async (depth) => {
      const store = storeOf(chain(depth));
      const answer = await getProcessLineage(store, { guid: guidOf(depth - 1), role: 'source', ...day });
      expect(answer).toMatchObject({ kind: 'found', total: depth });
      expect(answer.kind === 'found' && answer.nodes).toHaveLength(depth);
      expect(store.asked.length).toBeLessThanOrEqual(2);
    },
  );

  it.each([1, 10, 1000, 5000])('are 2 for %i children', async (fan_out) => {
    const children = Array.from({ length: fan_out }, (_, i) => started(i + 1, { parent: 0 }));
    const store = storeOf([started(0, { parent: 9_999_999 }), ...children]);
    const answer = await getProcessLineage(store, { guid: guidOf(0), role: 'source', ...day });
    expect(answer.kind === 'found' && answer.nodes).toHaveLength(fan_out + 2);
    expect(store.asked.length).toBeLessThanOrEqual(2);
  });

  it.each([1, 10, 200])('are 3 for a chain of %i from the address of a document', async (depth) => {
    const event = made({ id: 22, at: startOf(depth) + 5, actor: depth - 1 });
    const orphan = [started(0, { parent: 9_999 }), ...chain(depth).slice(1)];
    const store = storeOf([...orphan, event]);
    const answer = await getProcessLineage(store, { ...event.ref, role: 'source' });
    expect(answer.kind === 'found' && answer.nodes).toHaveLength(depth + 1);
    expect(store.asked.length).toBeLessThanOrEqual(3);
    expect(store.asked[0]).toBe('get');
  });

  it.each([2, 3, 4, 10, 200])(
    'are at most 3 more when the %i processes above lie days back',
    async (depth) => {
      const store = storeOf(chain(depth + 1, 2 * DAY));
      const at = BASE + depth * 2 * DAY;
      const answer = await getProcessLineage(store, {
        guid: guidOf(depth, at),
        host: HOST,
        from: at - HOUR,
        to: at + HOUR,
        role: 'source',
      });
      expect(answer.kind === 'found' && answer.nodes.map(({ known }) => known)).toEqual(
        Array.from({ length: depth + 1 }, () => 'recorded'),
      );
      expect(store.asked.length).toBeLessThanOrEqual(5);
    },
  );
});

describe('which process', () => {
  const events = chain(3);

  it('is found by GUID in any case, with or without braces, and host in any case', async () => {
    for (const guid of [guidOf(1), guidOf(1).toLowerCase(), keyOf(1), ` ${keyOf(1)} `]) {
      const answer = await found(events, { guid, host: HOST.toLowerCase() });
      expect(answer).toMatchObject({ origin: keyOf(1), host: HOST });
    }
  });

  it('is found without a host when only one has it', async () => {
    expect(await found(events, { guid: keyOf(2) })).toMatchObject({ host: HOST, origin: keyOf(2) });
  });

  it('must be chosen when several hosts have the GUID, whatever the case of their names', async () => {
    const other = started(1, { host: 'OTHER-01' });
    const again = started(1, { host: 'other-01' });
    expect(await ask([...events, other, again], { guid: keyOf(1) })).toEqual({
      kind: 'ambiguous',
      hosts: [
        { host: 'OTHER-01', events: 2 },
        { host: HOST, events: 2 },
      ],
    });
    expect(await found([...events, other], { guid: keyOf(1), host: 'OTHER-01' })).toMatchObject({ total: 1 });
  });

  it('is the source of an access or thread, or its target when asked', async () => {
    const access = made({ id: 10, at: startOf(3), actor: 1, target: 2 });
    const thread = made({ id: 8, at: startOf(3), actor: 2, target: 0 });
    const with_them = [...events, access, thread];
    expect(await found(with_them, access.ref)).toMatchObject({ origin: keyOf(1), event: access });
    expect(await found(with_them, { ...access.ref, role: 'target' })).toMatchObject({ origin: keyOf(2) });
    expect(await found(with_them, { ...thread.ref, role: 'target' })).toMatchObject({ origin: keyOf(0) });
  });

  it.each([4, 6, 16, 19, 20, 21, 255])('is none for event %i', async (id) => {
    const event = made({ id, at: BASE });
    expect(await ask([event], event.ref)).toEqual({ kind: 'no_process', event });
  });

  it('is none for the zero GUID in an event', async () => {
    const event = made({ id: 22, at: BASE, actor: ZERO_GUID });
    expect(await ask([event], event.ref)).toEqual({ kind: 'no_process', event });
  });

  it('is none where the document is missing or no Sysmon event', async () => {
    const other = { ref: { index: 'logs', id: 'a' }, source: {}, reason: 'no known shape' };
    const store = memoryEventStore([], [other]);
    expect(await getProcessLineage(store, { ...other.ref, role: 'source' })).toEqual({
      kind: 'not_sysmon',
      reason: 'no known shape',
    });
    expect(await getProcessLineage(store, { index: 'logs', id: 'b', role: 'source' })).toEqual({
      kind: 'not_found',
      what: 'document',
      looked_in: ['logs'],
    });
  });

  it.each([{}, { host: HOST }, { host: HOST, from: BASE, to: BASE + DAY }, { host: 'NOBODY' }])(
    'is not found: %j',
    async (where) => {
      const answer = await ask(events, { guid: keyOf(77), ...where });
      expect(answer).toEqual({ kind: 'not_found', what: 'process', looked_in: ['*'] });
    },
  );

  it.each<[string, Asked]>([
    ['nothing', {}],
    ['a half address', { index: 'logs' }],
    ['both', { guid: keyOf(1), index: 'logs', id: 'a' }],
    ['a broken GUID', { guid: '{3f2c91aa-1111}' }],
    ['the zero GUID', { guid: ZERO_GUID }],
    ['an empty range', { guid: keyOf(1), from: 5, to: 5 }],
    ['a cursor that names nothing', { guid: keyOf(1), after: 'x' }],
  ])('is refused with a sentence: %s', async (_, asked) => {
    const answer = await ask(events, asked);
    expect(answer).toMatchObject({ kind: 'invalid', problems: [expect.stringMatching(/\w+ \w+.*\.$/)] });
  });
});

describe('the origin is always there', () => {
  it.each<[string, SysmonEvent]>([
    ['as parent of a child', started(2, { parent: 1 })],
    [
      'as source of an access',
      made({ id: 10, at: startOf(1), actor: 1, fields: { SourceImage: 'C:\\p1.exe' } }),
    ],
    [
      'as target of an access',
      made({ id: 10, at: startOf(1), actor: 2, target: 1, fields: { TargetImage: 'C:\\p1.exe' } }),
    ],
    ['by its end', made({ id: 5, at: startOf(1), actor: 1, fields: { Image: 'C:\\p1.exe' } })],
  ])('known only %s', async (_, event) => {
    const given = { host: HOST, from: BASE, to: BASE + DAY };
    for (const where of [{}, { host: HOST }, given, { ...given, from: BASE + HOUR }]) {
      const { nodes } = await found([event], { guid: keyOf(1), ...where });
      expect(nodes.find(({ id }) => id === keyOf(1))).toMatchObject({
        known: 'inferred',
        image: 'C:\\p1.exe',
      });
    }
  });

  it('when all its events carry a time days before its GUID: the clock was set back', async () => {
    const early = made({ id: 3, at: startOf(1) - 5 * DAY, actor: 1, fields: { Image: 'C:\\p1.exe' } });
    for (const where of [{}, { host: HOST }, { host: HOST, from: BASE, to: BASE + DAY }]) {
      const { nodes } = await found([early], { guid: keyOf(1), ...where });
      expect(nodes).toMatchObject([{ id: keyOf(1), image: 'C:\\p1.exe' }]);
    }
  });

  it('when its document lies in an index that is not searched', async () => {
    const event = made({ id: 3, at: startOf(1), actor: 1, fields: { Image: 'C:\\p1.exe' } });
    const store = { ...memoryEventStore([]), get: memoryEventStore([event]).get };
    const answer = await getProcessLineage(store, { ...event.ref, role: 'source' });
    expect(answer).toMatchObject({ kind: 'found', nodes: [{ id: keyOf(1), image: 'C:\\p1.exe' }], total: 0 });
  });
});

describe('the range', () => {
  it('is the life of the process when none is given, at most 24 hours, and says so', async () => {
    const end = made({ id: 5, at: startOf(1) + 3 * HOUR, actor: 1 });
    const { range } = await found([...chain(2), end], { guid: keyOf(1) });
    expect(range).toEqual({ from: startOf(1) - HOUR, to: end.time.ms + 1, chosen: 'life_of_process' });
    const late = made({ id: 5, at: startOf(1) + 3 * DAY, actor: 1 });
    const cut = await found([...chain(2), late], { guid: keyOf(1), host: HOST });
    expect(cut.range).toMatchObject({ to: startOf(1) + 23 * HOUR, cut_to_hours: 24 });
    expect(cut.nodes.at(-1)?.end?.ms).toBe(late.time.ms);
  });

  it('holds the event asked for, days after the start', async () => {
    const event = made({ id: 3, at: startOf(1) + 5 * DAY, actor: 1 });
    const { range, nodes } = await found([...chain(2), event], event.ref);
    expect(range).toMatchObject({ to: event.time.ms + HOUR, cut_to_hours: 24 });
    expect(nodes.at(-1)).toMatchObject({ known: 'recorded', counts: { 3: 1 } });
  });

  it('limits activity and descendants, never ancestry', async () => {
    const events = [
      ...chain(3),
      started(3, { parent: 2, at: startOf(3) }),
      made({ id: 3, at: startOf(0), actor: 1 }),
    ];
    const asked = { guid: keyOf(1), host: HOST, from: startOf(1), to: startOf(2) + 1 };
    const answer = await found(events, asked);
    expect(idsOf(answer)).toEqual([keyOf(0), keyOf(1), keyOf(2)]);
    expect(answer.nodes.map(({ counts }) => counts)).toEqual([{}, { 1: 1 }, { 1: 1 }]);
    expect(answer.notes).toContainEqual({ kind: 'ancestors_outside_range', nodes: [keyOf(0)] });
  });

  it('shows descendants that started before it when they are active in it, with those in between', async () => {
    const events = [...chain(4), made({ id: 22, at: BASE + HOUR, actor: 3 })];
    const asked = { guid: keyOf(1), host: HOST, from: BASE + HOUR, to: BASE + 2 * HOUR };
    const answer = await found(events, asked);
    expect(idsOf(answer)).toEqual([0, 1, 2, 3].map((n) => keyOf(n)));
    expect(answer.nodes.map(({ known }) => known)).toEqual(Array(4).fill('recorded'));
  });

  it('conserves every event of host and range', async () => {
    const events = [
      ...chain(3),
      started(7),
      made({ id: 10, at: startOf(1), actor: 7, target: 1 }),
      made({ id: 4, at: startOf(1) }),
      made({ id: 19, at: startOf(1) }),
      made({ id: 22, at: startOf(1), actor: ZERO_GUID }),
      made({ id: 3, at: startOf(1) }),
      made({ id: 3, at: startOf(1), actor: 1, host: 'OTHER-01' }),
    ];
    const answer = await found(events, { guid: keyOf(1), host: HOST });
    expectConserved(answer, events.length - 1);
    expect(answer).toMatchObject({
      hostEvents: { 4: 1, 19: 1 },
      noProcess: { 3: 1, 22: 1 },
      otherProcesses: 2,
    });
  });
});

it('more nodes than one answer holds come after the cursor, each once, each page conserving', async () => {
  const events = [started(0), ...Array.from({ length: 10 }, (_, i) => started(i + 1, { parent: 0 }))];
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await found(events, { guid: keyOf(0), host: HOST, max_nodes: 4, after });
    expectConserved(page, events.length);
    ids.push(...idsOf(page));
    const more = page.notes.find((note) => note.kind === 'truncated');
    expect(more?.total ?? 11).toBe(11);
    after = more?.after;
  } while (after !== undefined);
  expect(ids).toEqual(Array.from({ length: 11 }, (_, n) => keyOf(n)));
});
