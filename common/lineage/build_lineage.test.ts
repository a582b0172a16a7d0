import { activityOfEvents } from '../../test/lineage/activity_of_events';
import { BASE, guidOf, keyOf, made, startOf, started, ZERO_GUID } from '../../test/lineage/made_events';
import type { LineageNode, LineageNote } from '../api/lineage';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { buildForest, buildLineage, type ProcessTrees } from './build_lineage';

const forest = (events: readonly SysmonEvent[]): ProcessTrees =>
  buildForest({ events, activity: activityOfEvents(events) });
const lineage = (origin: number, events: readonly SysmonEvent[]): ProcessTrees =>
  buildLineage({ events, activity: activityOfEvents(events), origin: keyOf(origin) });
const ids = ({ nodes }: ProcessTrees): string[] => nodes.map(({ id }) => id);
const keys = (...numbers: number[]): string[] => numbers.map((n) => keyOf(n));
const node = ({ nodes }: ProcessTrees, n: number): LineageNode | undefined =>
  nodes.find(({ id }) => id === keyOf(n));
const note = <K extends LineageNote['kind']>({ notes }: ProcessTrees, kind: K) =>
  notes.find((one): one is Extract<LineageNote, { kind: K }> => one.kind === kind);

describe('the tree', () => {
  it('puts parents before children and siblings by start, in whatever order the events arrive', () => {
    const events = [
      started(4, { parent: 1 }),
      started(2, { parent: 1 }),
      started(3, { parent: 2 }),
      started(1),
      started(5),
    ];
    const trees = forest(events);
    expect(ids(trees)).toEqual(keys(1, 2, 3, 4, 5));
    expect(trees.roots).toEqual(keys(1, 5));
    expect(forest([...events].reverse()).nodes).toEqual(trees.nodes);
  });

  it('breaks ties of one millisecond by key', () => {
    const events = [started(0), ...[3, 1, 2].map((n) => started(n, { parent: 0, at: BASE }))];
    expect(ids(forest(events)).slice(1)).toEqual([1, 2, 3].map((n) => keyOf(n, BASE)));
  });

  it('shows of a lineage the ancestors, the origin and its descendants, but no siblings of them', () => {
    const events = [
      started(1),
      started(2, { parent: 1 }),
      started(3, { parent: 1 }),
      started(4, { parent: 2 }),
      started(5, { parent: 4 }),
    ];
    const trees = lineage(2, events);
    expect(ids(trees)).toEqual(keys(1, 2, 4, 5));
    expect(trees.roots).toEqual(keys(1));
  });

  it('leaves out descendants without activity in the range, but not those that lead to one with activity', () => {
    const events = [
      started(1),
      started(2, { parent: 1 }),
      started(3, { parent: 2 }),
      started(4, { parent: 1 }),
    ];
    const activity = new Map([[keyOf(3), { counts: { 3: 1 } }]]);
    expect(ids(buildLineage({ events, activity, origin: keyOf(1) }))).toEqual(keys(1, 2, 3));
  });

  it('survives a chain of 100,000 processes', () => {
    const depth = 100_000;
    const events = Array.from({ length: depth }, (_, n) => started(n, n > 0 ? { parent: n - 1 } : {}));
    expect(lineage(depth - 1, events).nodes).toHaveLength(depth);
    expect(lineage(0, events).nodes).toHaveLength(depth);
  });
});

describe('a process without its own event 1', () => {
  it('is known from the earliest child that has it as parent', () => {
    const later = started(3, { parent: 1, fields: { ParentCommandLine: 'later' } });
    const trees = lineage(2, [later, started(2, { parent: 1, fields: { ParentUser: 'EX\\tanaka' } })]);
    expect(trees.nodes[0]).toEqual({
      id: keyOf(1),
      known: 'inferred',
      inferredFrom: 'child',
      processId: '1001',
      image: 'C:\\p1.exe',
      commandLine: 'p1.exe -k',
      user: 'EX\\tanaka',
      counts: {},
    });
    expect(note(trees, 'inferred')).toEqual({ kind: 'inferred', nodes: keys(1) });
    expect(note(trees, 'orphan_roots')).toEqual({ kind: 'orphan_roots', nodes: keys(2) });
  });

  it('takes from its activity what the child could not tell ("-" and "?")', () => {
    const fields = { ParentImage: '-', ParentCommandLine: '?', ParentProcessId: '4' };
    const access = made({
      id: 10,
      at: BASE,
      actor: 1,
      fields: { SourceImage: 'C:\\svc.exe', SourceProcessId: '9', SourceUser: 'EX\\svc' },
    });
    const parent = node(forest([started(2, { parent: 1, fields }), access]), 1);
    expect(parent).toMatchObject({
      image: 'C:\\svc.exe',
      processId: '4',
      user: 'EX\\svc',
      counts: { 10: 1 },
    });
    expect(parent).not.toHaveProperty('commandLine');
  });

  it('is known from event 5 alone, with its end', () => {
    const end = made({
      id: 5,
      at: BASE + 7,
      actor: 1,
      fields: { Image: 'C:\\gone.exe', ProcessId: '77', User: 'EX\\u' },
    });
    expect(node(forest([end]), 1)).toEqual({
      id: keyOf(1),
      known: 'inferred',
      inferredFrom: 'activity',
      image: 'C:\\gone.exe',
      processId: '77',
      user: 'EX\\u',
      end: { ms: BASE + 7, source: 'UtcTime', timestamp: undefined },
      counts: { 5: 1 },
      firstActivity: BASE + 7,
      lastActivity: BASE + 7,
    });
  });

  it('keeps "<unknown process>" as Sysmon wrote it', () => {
    const events = [made({ id: 3, at: BASE, actor: 1, fields: { Image: '<unknown process>' } })];
    expect(node(forest(events), 1)?.image).toBe('<unknown process>');
  });

  it('is known as target of an access when nothing else names it', () => {
    const access = made({
      id: 10,
      at: BASE,
      actor: 2,
      target: 1,
      fields: { TargetImage: 'C:\\lsass.exe', TargetProcessId: '640' },
    });
    expect(node(lineage(1, [access]), 1)).toMatchObject({
      known: 'inferred',
      image: 'C:\\lsass.exe',
      processId: '640',
    });
  });

  it('is no orphan parent when it did anything itself', () => {
    const events = [started(2, { parent: 1 }), made({ id: 3, at: BASE, actor: 1 })];
    expect(note(forest(events), 'orphan_roots')).toBeUndefined();
  });
});

describe('hostile and broken links', () => {
  it('joins nothing by the zero GUID, "-" or an empty parent', () => {
    const events = [
      started(1, { parent: ZERO_GUID }),
      started(2, { parent: '-' }),
      started(3, { parent: '' }),
    ];
    const trees = forest(events);
    expect(trees.roots).toEqual(keys(1, 2, 3));
    expect(note(trees, 'no_parent_guid')?.nodes).toEqual(keys(1, 2, 3));
    expect(note(trees, 'inferred')).toBeUndefined();
  });

  it('cuts a process that claims to be its own parent', () => {
    const trees = lineage(1, [started(1, { parent: 1 }), started(2, { parent: 1 })]);
    expect(ids(trees)).toEqual(keys(1, 2));
    expect(trees.nodes[0]).not.toHaveProperty('parentId');
    expect(note(trees, 'self_parent')?.nodes).toEqual(keys(1));
  });

  it.each([1, 2, 3])('opens a loop at its earliest process and keeps the origin %i', (origin) => {
    const events = [
      started(1, { parent: 3 }),
      started(2, { parent: 1 }),
      started(3, { parent: 2 }),
      started(4, { parent: 3 }),
    ];
    const trees = lineage(origin, events);
    expect(trees.roots).toEqual(keys(1));
    expect(ids(trees)).toEqual(keys(1, 2, 3, 4));
    expect(note(trees, 'loop')?.nodes).toEqual(keys(1));
  });

  it('notes a loop only where it is shown', () => {
    const events = [started(1, { parent: 2 }), started(2, { parent: 1 }), started(3)];
    expect(note(lineage(3, events), 'loop')).toBeUndefined();
  });

  it('joins by GUID in any case, with or without braces', () => {
    const events = [started(1), started(2, { parent: guidOf(1).slice(1, -1).toLowerCase() })];
    expect(forest(events).roots).toEqual(keys(1));
  });

  it('never joins by PID, and notes PIDs that several processes had', () => {
    const events = [
      started(1, { pid: 4312 }),
      started(2, { pid: 4312 }),
      started(3, { fields: { ParentProcessId: '4312' } }),
    ];
    const trees = forest(events);
    expect(trees.roots).toEqual(keys(1, 2, 3));
    expect(note(trees, 'pid_reused')).toEqual({
      kind: 'pid_reused',
      processId: '4312',
      nodes: keys(1, 2),
    });
  });
});

describe('events as they are delivered', () => {
  it('keeps the earliest of several events 1 and 5 of one process and counts the others', () => {
    const events = [
      started(1, { fields: { CommandLine: 'again' }, at: startOf(1) }),
      started(1, { at: startOf(1), fields: { CommandLine: 'again' } }),
      made({ id: 5, at: BASE + 5000, actor: 1 }),
      made({ id: 5, at: BASE + 4000, actor: 1 }),
    ];
    const trees = forest(events);
    expect(trees.nodes).toHaveLength(1);
    expect(node(trees, 1)).toMatchObject({ counts: { 1: 2, 5: 2 }, end: { ms: BASE + 4000 } });
    expect(note(trees, 'duplicate_events')?.count).toBe(2);
  });

  it('does not take one document for two when two questions read it', () => {
    const event = started(1);
    const trees = buildForest({ events: [event, { ...event }], activity: activityOfEvents([event]) });
    expect(note(trees, 'duplicate_events')).toBeUndefined();
  });

  it('does not take an activity that is older than event 1 for the start', () => {
    const events = [made({ id: 7, at: startOf(1) - 22, actor: 1 }), started(1)];
    expect(node(forest(events), 1)).toMatchObject({
      start: { ms: startOf(1) },
      firstActivity: startOf(1) - 22,
      counts: { 1: 1, 7: 1 },
    });
  });

  it('says by how much event time and @timestamp differ, from more than a second on', () => {
    const at = startOf(1);
    const late = made({ id: 1, at, actor: 1, timestamp: at + 25_200_000 });
    const on_time = made({ id: 1, at, actor: 1, timestamp: at + 40 });
    expect(note(forest([late]), 'clock_differs')).toEqual({ kind: 'clock_differs', max_ms: 25_200_000 });
    expect(note(forest([on_time]), 'clock_differs')).toBeUndefined();
  });

  it('names ancestors that started outside the range, recorded or by the second in their GUID', () => {
    const events = [started(2, { parent: 1 }), started(3, { parent: 2 })];
    const range = { from: startOf(3), to: startOf(4) };
    const trees = buildLineage({
      events,
      activity: activityOfEvents(events.slice(1)),
      range,
      origin: keyOf(3),
    });
    expect(note(trees, 'ancestors_outside_range')?.nodes).toEqual(keys(1, 2));
  });

  it('copies what event 1 tells, and points to it', () => {
    const fields = {
      User: 'EX\\chiyoda.tokyo',
      IntegrityLevel: 'High',
      Hashes: 'SHA1=00',
      LogonId: '0x3e7',
      OriginalFileName: 'P1.EXE',
      CurrentDirectory: 'C:\\',
      RuleName: '-',
    };
    const event = started(1, { fields });
    expect(forest([event]).nodes).toEqual([
      {
        id: keyOf(1),
        known: 'recorded',
        processId: '1001',
        image: 'C:\\p1.exe',
        commandLine: 'p1.exe -k',
        currentDirectory: 'C:\\',
        originalFileName: 'P1.EXE',
        user: 'EX\\chiyoda.tokyo',
        logonId: '0x3e7',
        integrityLevel: 'High',
        hashes: 'SHA1=00',
        ruleName: '-',
        start: event.time,
        document: event.ref,
        counts: { 1: 1 },
        firstActivity: startOf(1),
        lastActivity: startOf(1),
      },
    ]);
  });
});
