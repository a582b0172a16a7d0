import type { Predicate } from '../../common/predicate/predicate';
import { and, equals, eventIds, not } from '../../common/predicate/predicate';
import { fieldValue } from '../../common/predicate/field_value';
import { compareEvents } from '../../common/sysmon/sysmon_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { guidKey, startOfGuid } from '../../common/sysmon/process_guid';
import { StoreProblem } from '../../server/ports';
import type { EventSort, EventStore, FoundEvents } from '../../server/ports';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Every event in it, as it must come back. */
  readonly events: readonly SysmonEvent[];
  /** A document in it that is no Sysmon event. */
  readonly other: { readonly index: string; readonly id: string };
  /** False where Elasticsearch has no smallest value of the event time. */
  readonly knowsFirstAndLast: boolean;
}

const ALL: Predicate = { kind: 'all' };
const idOf = ({ ref }: SysmonEvent): string => `${ref.index} ${ref.id}`;
const sorted = (events: readonly SysmonEvent[]) => [...events].sort(compareEvents);

/** What every EventStore does. `at` gives the store made before. */
export function eventStoreContract(at: () => StoreUnderTest): void {
  const ask = (question: Parameters<EventStore['ask']>[0][number]) =>
    at()
      .store.ask([question])
      .then(([answer]) => answer);
  const find = async (where: Predicate, limit = 10_000, sort: EventSort = 'oldest') =>
    (await ask({ kind: 'find', where, fields: 'all', sort, limit })) as FoundEvents;

  /** Follows the cursor to the end; a cursor that leads nowhere would never end. */
  async function allPages(sort: EventSort, limit: number): Promise<FoundEvents[]> {
    const pages: FoundEvents[] = [];
    for (let after: string | undefined, turns = 0; turns <= at().events.length; turns++) {
      const page = (await ask({
        kind: 'find',
        where: ALL,
        fields: ['Image'],
        sort,
        limit,
        ...(after && { after }),
      })) as FoundEvents;
      pages.push(page);
      after = page.next;
      if (after === undefined) return pages;
    }
    throw new Error('the cursor has no end');
  }

  it('finds whole events in order, with an exact total', async () => {
    const { events, total, next } = await find(ALL);
    expect(events).toEqual(sorted(at().events));
    expect(total).toEqual({ value: at().events.length, exact: true });
    expect(next).toBeUndefined();
  });

  it.each([
    ['oldest', 1],
    ['oldest', 3],
    ['newest', 3],
    ['newest', 7],
  ] as const)(
    'pages by the %s, %i at a time: each event exactly once, in order, also within one moment',
    async (sort, limit) => {
      const pages = await allPages(sort, limit);
      const wanted = sort === 'oldest' ? sorted(at().events) : sorted(at().events).reverse();
      expect(pages.flatMap(({ events }) => events.map(idOf))).toEqual(wanted.map(idOf));
      expect(pages.every(({ total }) => total.exact && total.value === wanted.length)).toBe(true);
      expect(pages.slice(0, -1).every(({ events }) => events.length === limit)).toBe(true);
    },
  );

  it('reads only the asked fields, header and time always', async () => {
    const [event] = (await allPages('oldest', 1_000))[0]?.events ?? [];
    const [whole] = sorted(at().events);
    expect(Object.keys(event?.fields ?? {}).filter((name) => !['Image', 'UtcTime'].includes(name))).toEqual(
      [],
    );
    expect(event).toMatchObject({ eventId: whole?.eventId, host: whole?.host, time: whole?.time });
  });

  it('takes a range of event time: from included, to not', async () => {
    const times = sorted(at().events).map(({ time }) => time.ms);
    const [from, to] = [times[2] ?? 0, times.at(-2) ?? 0];
    const wanted = at().events.filter(({ time }) => time.ms >= from && time.ms < to);
    const { events, total } = (await ask({
      kind: 'read',
      where: ALL,
      range: { from, to },
      fields: [],
      max: 10_000,
    })) as FoundEvents;
    expect(events.map(idOf).sort()).toEqual(wanted.map(idOf).sort());
    expect(total).toEqual({ value: wanted.length, exact: true });
  });

  it('reads no more than the maximum, and says so', async () => {
    const { events, total, remarks } = (await ask({
      kind: 'read',
      where: ALL,
      fields: [],
      max: 2,
    })) as FoundEvents;
    expect(events).toHaveLength(2);
    expect(total).toEqual({ value: at().events.length, exact: true });
    expect(remarks).toContainEqual({ kind: 'cut', what: 'events', shown: 2, total: at().events.length });
  });

  it('looks into the named indices only', async () => {
    const index = at().events[0]?.ref.index ?? '';
    const answer = await ask({ kind: 'read', where: ALL, indices: [index], fields: [], max: 10_000 });
    const wanted = at().events.filter(({ ref }) => ref.index === index);
    expect((answer as FoundEvents).events).toHaveLength(wanted.length);
  });

  it('answers several questions at once, each its own', async () => {
    const [processes, others, nothing] = await at().store.ask([
      { kind: 'find', where: eventIds(1), fields: [], sort: 'oldest', limit: 1 },
      { kind: 'find', where: not(eventIds(1)), fields: [], sort: 'newest', limit: 1 },
      { kind: 'count_by', where: { kind: 'none' }, field: 'Image', max: 10 },
    ]);
    const starts = at().events.filter(({ eventId }) => eventId === 1).length;
    expect([processes.total.value, others.total.value]).toEqual([starts, at().events.length - starts]);
    expect(nothing).toMatchObject({
      counts: [],
      without: {},
      total: { value: 0, exact: true },
      complete: true,
    });
  });

  it('counts the acting processes, each event in exactly one place', async () => {
    const [counts] = await at().store.ask([{ kind: 'count_by', where: ALL, field: 'Actor', max: 10_000 }]);
    const counted = counts.counts.flatMap(({ events }) => Object.values(events));
    const without = Object.values(counts.without);
    expect([...counted, ...without].reduce((a, b) => a + b, 0)).toBe(at().events.length);
    expect(counts.total).toEqual({ value: at().events.length, exact: true });
    expect(counts.counts.every(({ value }) => /^[0-9a-f-]{36}$/.test(value))).toBe(true);
    expect(counts.counts.some(({ value }) => startOfGuid(value) !== undefined)).toBe(true);
  });

  it('tells the first and last time of a value, or nothing of it', async () => {
    const [{ counts }] = await at().store.ask([{ kind: 'count_by', where: ALL, field: 'Computer', max: 10 }]);
    for (const { value, total, first, last } of counts) {
      const times = at()
        .events.filter(({ host }) => host === value)
        .map(({ time }) => time.ms);
      expect(total).toBe(times.length);
      if (at().knowsFirstAndLast) expect([first, last]).toEqual([Math.min(...times), Math.max(...times)]);
      else expect([undefined, Math.min(...times)]).toContain(first);
    }
  });

  it('says when there are more values than wanted', async () => {
    const [few, enough] = await at().store.ask([
      { kind: 'count_by', where: ALL, field: 'Image', max: 1 },
      { kind: 'count_by', where: ALL, field: 'Image', max: 10_000 },
    ]);
    expect([few.counts.length, few.complete, enough.complete]).toEqual([1, false, true]);
    expect(few.counts[0]?.total).toBe(enough.counts[0]?.total);
  });

  it('counts by time: every event in its interval', async () => {
    const interval_ms = 60_000;
    const [{ buckets, total }] = await at().store.ask([{ kind: 'count_by_time', where: ALL, interval_ms }]);
    const wanted = new Map<number, number>();
    for (const { time } of at().events) {
      const from = Math.floor(time.ms / interval_ms) * interval_ms;
      wanted.set(from, (wanted.get(from) ?? 0) + 1);
    }
    const got = buckets.map(({ from, events }) => [from, Object.values(events).reduce((a, b) => a + b, 0)]);
    expect(got).toEqual([...wanted].sort(([a], [b]) => a - b));
    expect(total).toEqual({ value: at().events.length, exact: true });
  });

  it.each([
    ['Image', 'Computer'],
    ['ProcessGuid', 'Image', 'EventID'],
    ['SourceProcessGUID', 'TargetProcessGUID', 'GrantedAccess'],
    ['Hashes'],
    ['QueryResults', 'QueryName'],
  ] as const)('groups by %s and %s: every event in exactly one group', async (...fields) => {
    const [groups, few] = await at().store.ask([
      { kind: 'count_groups', where: ALL, fields, max: 10_000 },
      { kind: 'count_groups', where: ALL, fields, max: 1 },
    ]);
    const wanted = new Map<string, number[]>();
    for (const event of at().events) {
      const values = fields.map((field) => {
        const text = fieldValue(event, field);
        return field.endsWith('Guid') || field.endsWith('GUID') ? guidKey(text) : text;
      });
      const key = JSON.stringify(values.map((value) => value ?? null));
      wanted.set(key, [...(wanted.get(key) ?? []), event.time.ms]);
    }
    const got = groups.groups.map((group) => [
      JSON.stringify(group.values.map((v) => v ?? null)),
      group.total,
    ]);
    expect(Object.fromEntries(got)).toEqual(
      Object.fromEntries([...wanted].map(([key, times]) => [key, times.length])),
    );
    expect(groups).toMatchObject({ complete: true, total: { value: at().events.length, exact: true } });
    for (const { values, first, last } of groups.groups) {
      const times = wanted.get(JSON.stringify(values.map((value) => value ?? null))) ?? [];
      expect([undefined, Math.min(...times)]).toContain(first);
      expect([undefined, Math.max(...times)]).toContain(last);
      if (at().knowsFirstAndLast) expect(first).toBeDefined();
    }
    expect(few).toMatchObject({ complete: wanted.size <= 1, groups: groups.groups.slice(0, 1) });
  });

  it('gives documents by address in the order asked, no Sysmon event with the reason', async () => {
    const [a, b] = at().events;
    if (!a || !b) throw new Error('no events');
    const missing = { index: a.ref.index, id: 'no such id' };
    const documents = await at().store.get([b.ref, missing, at().other, a.ref]);
    expect(documents.map(({ ref }) => ref)).toEqual([b.ref, at().other, a.ref]);
    expect(documents.map(({ event }) => event)).toEqual([b, undefined, a]);
    expect(documents[1]?.reason).toEqual(expect.stringMatching(/./));
    expect(await at().store.get([])).toEqual([]);
  });

  it('scans every event exactly once, whatever the page', async () => {
    const found: SysmonEvent[] = [];
    for await (const page of at().store.scan({ where: not(eventIds(1)), fields: [], page: 4 }))
      found.push(...page);
    const wanted = at().events.filter(({ eventId }) => eventId !== 1);
    expect(found.map(idOf).sort()).toEqual(wanted.map(idOf).sort());
  });

  it('finds nothing where nothing is', async () => {
    const { events, total, next } = await find(and(equals('Image', 'C:\\nowhere.exe'), eventIds(1)));
    expect([events, total, next]).toEqual([[], { value: 0, exact: true }, undefined]);
  });

  it('refuses a cursor that no answer gave', async () => {
    const question = {
      kind: 'find',
      where: ALL,
      fields: [],
      sort: 'oldest',
      limit: 1,
      after: 'bm9uc2Vuc2U',
    } as const;
    const refused = await Promise.resolve()
      .then(() => at().store.ask([question]))
      .catch((problem: unknown) => problem);
    expect(refused).toBeInstanceOf(StoreProblem);
    expect(refused).toMatchObject({ kind: 'bad_cursor' });
  });
}
