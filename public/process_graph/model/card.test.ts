import type { LineageNode } from '../../../common/api/lineage';
import { createTranslate } from '../../messages/translate';
import { formatTime } from '../../time/format_time';
import { cardOf, programName } from './card';
import type { CardContext } from './card_context';
import { nodeLabel } from './node_label';
import { buildProcessTree } from './process_tree';

const t = createTranslate('en');
const START = Date.UTC(2019, 0, 8, 2, 21, 48, 169);
const context: CardContext = {
  t,
  originId: 'ps',
  originStart: START - 4113,
  time: (ms) => (ms === undefined ? '—' : formatTime(ms, 'UTC')),
};
const powershell: LineageNode = {
  id: 'ps',
  parentId: 'cmd',
  known: 'recorded',
  processId: '4312',
  image: 'C:\\Windows\\System32\\powershell.exe',
  commandLine: 'powershell.exe -nop',
  user: 'EX\\chiyoda',
  integrityLevel: 'High',
  start: { ms: START, source: 'UtcTime' },
  end: { ms: START + 7200, source: 'UtcTime' },
  counts: { 1: 1, 3: 3, 22: 2, 25: 1 },
};
const cmd: LineageNode = {
  id: 'cmd',
  known: 'inferred',
  inferredFrom: 'child',
  image: 'C:\\Windows\\cmd\u202E.exe',
  counts: {},
};
const tree = buildProcessTree([cmd, powershell], 'ps');
const nodeOf = (id: string) => {
  const node = tree.byId.get(id);
  if (!node) throw new Error(id);
  return node;
};

describe('cardOf', () => {
  it('says everything about a recorded process', () => {
    expect(cardOf(nodeOf('ps'), context)).toMatchObject({
      name: 'powershell.exe',
      pid: '4312',
      commandLine: 'powershell.exe -nop',
      user: 'EX\\chiyoda',
      when: '+00:04.113',
      lifetime: '7.2 s',
      ended: true,
      inferred: false,
      elevation: '^',
      tags: ['origin', 'tampered'],
      events: 7,
    });
  });
  it('makes hidden characters visible and leaves out what is not known', () => {
    const card = cardOf(nodeOf('cmd'), context);
    expect(card).toMatchObject({ name: 'cmd[U+202E].exe', inferred: true, ended: false, tags: ['inferred'] });
    expect(card.pid).toBeUndefined();
    expect(card.when).toBeUndefined();
  });
  it('shows the clock where there is no origin', () => {
    expect(cardOf(nodeOf('ps'), { t, time: context.time }).when).toBe('02:21:48.169');
  });
});

describe('programName', () => {
  it.each([
    [
      'C:\\Windows\\System32\\svchost.exe',
      'C:\\Windows\\system32\\svchost.exe -k RPCSS -p',
      'svchost.exe -k RPCSS',
    ],
    ['C:\\Windows\\System32\\svchost.exe', undefined, 'svchost.exe'],
    ['<unknown process>', undefined, undefined],
    ['-', undefined, undefined],
  ])('%s %s -> %s', (image, commandLine, name) => {
    expect(
      programName({ id: 'x', known: 'recorded', counts: {}, image, ...(commandLine && { commandLine }) }),
    ).toBe(name);
  });
});

it('nodeLabel tells the card in words', () => {
  expect(nodeLabel(nodeOf('ps'), context)).toBe(
    'origin, tampered, powershell.exe, PID 4312, started 2019-01-08 02:21:48.169 by cmd[U+202E].exe, user EX\\chiyoda, level 2, no children, 7 events, ' +
      '1 Process tampering, 3 Network connection, 2 DNS query, ended after 7.2 s',
  );
});
