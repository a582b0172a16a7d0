import fc from 'fast-check';
import { guidOf, keyOf, made, startOf, ZERO_GUID } from '../../test/lineage/made_events';
import { countGroups } from '../event_questions/count_groups';
import { eventKind } from '../sysmon/event_kinds';
import type { SysmonEvent, SysmonFields } from '../sysmon/sysmon_event';
import { flagsOf, rightsOf } from './access_rights';
import { buildLinks, type GroupsOfLinks } from './build_links';
import { LINK_GROUP_NAMES, LINK_GROUPS } from './link_groups';

function groupsOf(events: readonly SysmonEvent[]): GroupsOfLinks {
  const named = LINK_GROUP_NAMES.map((name) => {
    const { id, fields } = LINK_GROUPS[name];
    const own = events.filter(({ eventId }) => eventId === id);
    return [name, countGroups(own, { fields, max: Infinity }).groups];
  });
  return Object.fromEntries(named) as unknown as GroupsOfLinks;
}

const access = (source: number, target: number, fields: SysmonFields, at = startOf(5)) =>
  made({ id: 10, at, actor: source, target, fields });
const thread = (source: number, target: number, StartModule: string) =>
  made({ id: 8, at: startOf(6), actor: source, target, fields: { StartModule } });
const pipe = (id: 17 | 18, actor: number | string, PipeName: string, at = startOf(id)) =>
  made({ id, at, actor, fields: { PipeName } });

describe('access masks', () => {
  it.each([
    ['0x1410', ['PROCESS_VM_READ', 'PROCESS_QUERY_INFORMATION', 'PROCESS_QUERY_LIMITED_INFORMATION'], []],
    ['0x40', ['PROCESS_DUP_HANDLE'], ['duplicate']],
    ['0x2', ['PROCESS_CREATE_THREAD'], ['thread']],
    ['0x28', ['PROCESS_VM_OPERATION', 'PROCESS_VM_WRITE'], ['write']],
    ['4096', ['PROCESS_QUERY_LIMITED_INFORMATION'], []],
    ['none', [], []],
    ['', [], []],
  ])('%s', (mask, rights, flags) => {
    expect(rightsOf(mask)).toEqual(rights);
    expect(flagsOf({ mask, target: 'C:\\x.exe' })).toEqual(flags);
  });
  it('all access has every right', () => {
    expect(flagsOf({ mask: '0x1FFFFF', target: undefined })).toEqual(['thread', 'write', 'duplicate']);
    expect(rightsOf('0x1fffff')).toHaveLength(19);
  });
  it.each([
    ['C:\\Windows\\System32\\LSASS.exe', ['lsass']],
    ['C:\\t\\notlsass.exe', []],
    [undefined, []],
  ])('target %s', (target, flags) => expect(flagsOf({ mask: '0x1000', target })).toEqual(flags));
});

it('accesses are grouped by source, target and mask, exact, with first and last time', () => {
  const lsass = { TargetImage: 'C:\\Windows\\System32\\lsass.exe' };
  const events = [
    access(1, 2, { GrantedAccess: '0x1410', ...lsass }, startOf(5)),
    access(1, 2, { GrantedAccess: '0x1410', ...lsass }, startOf(9)),
    access(1, 2, { GrantedAccess: '0x1410', TargetImage: '<unknown process>' }, startOf(7)),
    access(1, 2, { GrantedAccess: '0x40', ...lsass }),
    access(3, 2, { GrantedAccess: '0x1410', ...lsass }),
  ];
  const { links, processes } = buildLinks(groupsOf(events));
  expect(links).toHaveLength(3);
  expect(links[0]).toMatchObject({
    kind: 'process_access',
    source: keyOf(1),
    target: keyOf(2),
    mask: '0x1410',
    count: 3,
    first: startOf(5),
    last: startOf(9),
    flags: ['lsass'],
  });
  expect(processes).toContainEqual({ id: keyOf(2), image: 'C:\\Windows\\System32\\lsass.exe' });
  expect(processes).toContainEqual({ id: keyOf(1) });
});

it('remote threads are one link a pair, with where they began', () => {
  const events = [thread(1, 2, 'C:\\k.dll'), thread(1, 2, 'C:\\k.dll'), thread(1, 2, '-'), thread(2, 1, '-')];
  const { links } = buildLinks(groupsOf(events));
  expect(links).toMatchObject([
    { kind: 'remote_thread', count: 3, starts: [{ module: 'C:\\k.dll', count: 2 }, { count: 1 }] },
    { source: keyOf(2), target: keyOf(1), count: 1 },
  ]);
});

describe('pipes', () => {
  const linksOf = (...events: SysmonEvent[]) => buildLinks(groupsOf(events));

  it('join creator and connector of one name, in any case', () => {
    const { links } = linksOf(pipe(17, 1, '\\MSSE-1'), pipe(18, 2, '\\msse-1'), pipe(18, 2, '\\msse-1'));
    expect(links).toMatchObject([
      { kind: 'pipe', source: keyOf(1), target: keyOf(2), pipe: '\\msse-1', count: 2, created: 1 },
    ]);
  });
  it('choose the last creator before the connection and name the others', () => {
    const { links } = linksOf(
      pipe(17, 1, '\\p', startOf(1)),
      pipe(17, 3, '\\p', startOf(3)),
      pipe(18, 2, '\\p', startOf(4)),
      pipe(17, 5, '\\p', startOf(5)),
    );
    expect(links).toMatchObject([{ source: keyOf(3), also_created_by: [keyOf(1)] }]);
  });
  it.each<[string, SysmonEvent[], object]>([
    [
      'without a name',
      [pipe(17, 1, '<Anonymous Pipe>'), pipe(18, 2, '<Anonymous Pipe>')],
      { anonymous_pipe: 1 },
    ],
    ['nobody created', [pipe(18, 2, '\\p')], { no_creator: 1 }],
    ['created afterwards', [pipe(17, 1, '\\p', startOf(19)), pipe(18, 2, '\\p')], { no_creator: 1 }],
    ['of its own', [pipe(17, 1, '\\p'), pipe(18, 1, '\\p')], { self: 1 }],
    ['another name', [pipe(17, 1, '\\q'), pipe(18, 2, '\\p')], { no_creator: 1 }],
    ['a connector without a GUID', [pipe(17, 1, '\\p'), pipe(18, ZERO_GUID, '\\p')], { no_process: 1 }],
  ])('%s: no link', (_, events, unlinked) => {
    const built = linksOf(...events);
    expect(built.links).toEqual([]);
    expect(built.unlinked).toMatchObject(unlinked);
  });
});

it('tampering is a mark of the process', () => {
  const mark = made({ id: 25, at: startOf(3), actor: 1, fields: { Type: 'Image is replaced' } });
  expect(buildLinks(groupsOf([mark, mark])).tampered).toEqual([
    { process: keyOf(1), type: 'Image is replaced', count: 2, first: startOf(3), last: startOf(3) },
  ]);
});

it('of a tree only what touches it is shown; the numbers of the host stay', () => {
  const events = [access(1, 2, {}), access(2, 3, {}), access(3, 4, {}), access(9, 9, {})];
  const built = buildLinks(groupsOf(events), new Set([keyOf(2)]));
  expect(built.links.map(({ source }) => source)).toEqual([keyOf(1), keyOf(2)]);
  expect(built.unlinked.self).toBe(1);
});

it('every event is in exactly one link, mark or number; no process is linked to itself', () => {
  const guid = fc.constantFrom(ZERO_GUID, '-', ...[1, 2, 3].map((n) => guidOf(n)));
  const one = fc.record({
    id: fc.constantFrom(8, 10, 17, 18, 25),
    a: guid,
    b: guid,
    at: fc.nat({ max: 20_000 }),
    name: fc.constantFrom('\\a', '\\A', '\\b', '<Anonymous Pipe>'),
    mask: fc.constantFrom('0x1410', '0x40', '0X40'),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (many) => {
      const events = many.map(({ id, a, b, at, name, mask }) => {
        const target = eventKind(id)?.target;
        const fields = { ...(target && { [target]: b }), PipeName: name, GrantedAccess: mask };
        return made({ id, at: startOf(0) + at, actor: a, fields });
      });
      const { links, tampered, unlinked } = buildLinks(groupsOf(events));
      const counted = [...links, ...tampered].reduce((sum, { count }) => sum + count, 0);
      const rest = Object.values(unlinked).reduce((sum, count) => sum + count, 0);
      expect(counted + rest).toBe(events.filter(({ eventId }) => eventId !== 17).length);
      expect(links.every(({ source, target }) => source !== target)).toBe(true);
    }),
  );
});
