import type { EventsAnswer, HostsAnswer } from '../../common/api/events';
import type { FileHop, FileHopsAnswer } from '../../common/api/file_hops';
import type { LineageNode } from '../../common/api/lineage';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { GraphAnswer } from '../process_graph/model/graph_data';

/** Answers as the server gives them: the end of the chain that leads from a mail to TempNcF88.eXe. */
export const MOMENT = Date.UTC(2019, 0, 8, 2, 21, 52, 282);
const guid = (n: number): string => `9f32b55f-7c4e-5f98-0000-00000000000${n}`;
export const EXPLORER = guid(1);
export const POWERSHELL = guid(2);
export const TEMPNCF88 = guid(3);
export const RUNDLL32 = guid(4);
export const OUTLOOK = guid(5);
export const BROWSER = guid(6);
export const HOST = 'Win7_64JP_01';

const at = (offset: number) => ({ ms: MOMENT + offset, source: 'UtcTime' as const });

export const NODES: readonly LineageNode[] = [
  {
    id: EXPLORER,
    known: 'inferred',
    inferredFrom: 'child',
    image: 'C:\\Windows\\explorer.exe',
    processId: '1200',
    counts: { 3: 1 },
  },
  {
    id: POWERSHELL,
    parentId: EXPLORER,
    known: 'recorded',
    processId: '4312',
    image: 'C:\\Windows\\System32\\powershell.exe',
    commandLine: 'powershell.exe -nop -w hidden',
    user: 'EX\\urawa',
    start: at(-4113),
    end: at(3087),
    counts: { 1: 1, 3: 3, 5: 1, 22: 2 },
  },
  {
    id: TEMPNCF88,
    parentId: POWERSHELL,
    known: 'recorded',
    processId: '2612',
    image: 'C:\\Users\\urawa\\TempNcF88\u202E.eXe',
    commandLine: '"TempNcF88.eXe" <b>x</b>',
    user: 'EX\\urawa',
    integrityLevel: 'High',
    hashes: 'MD5=A92056D772260B39A876D01552496B2F',
    start: at(0),
    document: { index: 'winlogbeat-6', id: 'd1' },
    counts: { 1: 1, 8: 1, 11: 2 },
  },
  {
    id: RUNDLL32,
    parentId: TEMPNCF88,
    known: 'recorded',
    processId: '624',
    image: 'C:\\Windows\\System32\\rundll32.exe',
    start: at(4028),
    counts: { 1: 1 },
  },
];

export const LINEAGE: GraphAnswer = {
  kind: 'found',
  host: HOST,
  range: { from: MOMENT - 3_600_000, to: MOMENT + 3_600_000, chosen: 'life_of_process' },
  origin: TEMPNCF88,
  nodes: NODES,
  roots: [EXPLORER],
  hostEvents: { 4: 1 },
  noProcess: { 3: 2 },
  otherProcesses: 30,
  total: 46,
  notes: [{ kind: 'inferred', nodes: [EXPLORER] }],
  remarks: [],
};

/** `from` wrote what `to` used. */
export const hop = (from: string, to: string, change: Partial<FileHop> = {}): FileHop => ({
  id: `${from} ${to}`,
  from,
  to,
  by: 'image_path',
  written: {
    event: { index: 'winlogbeat-6', id: 'w1' },
    event_id: 11,
    time: at(-60_000),
    path: 'C:\\Users\\urawa\\TempNcF88\u202E.eXe',
  },
  used: {
    event: { index: 'winlogbeat-6', id: 'u1' },
    event_id: 1,
    time: at(0),
    path: 'c:\\users\\urawa\\tempncf88\u202E.exe',
  },
  content: 'unknown',
  direction: 'back',
  step: 1,
  also_written_by: [],
  also_written_by_total: 0,
  ...change,
});

/** A browser, started by a mail client that is no ancestor of TempNcF88.eXe, wrote what it runs. */
export const HOPS: Extract<FileHopsAnswer, { kind: 'found' }> = {
  kind: 'found',
  host: HOST,
  range: { from: MOMENT - 3_600_000, to: MOMENT + 3_600_000 },
  origin: TEMPNCF88,
  looked_back_to: MOMENT - 30 * 86_400_000,
  hops: [hop(BROWSER, TEMPNCF88)],
  nodes: [
    {
      id: OUTLOOK,
      parentId: EXPLORER,
      known: 'recorded',
      processId: '900',
      image: 'C:\\Office16\\OUTLOOK.EXE',
      start: at(-120_000),
      counts: { 1: 1, 3: 1 },
    },
    {
      id: BROWSER,
      parentId: OUTLOOK,
      known: 'recorded',
      processId: '901',
      image: 'C:\\Internet Explorer\\iexplore.exe',
      start: at(-90_000),
      counts: { 1: 1, 11: 1 },
    },
  ],
  notes: [],
  remarks: [],
};

export const HOSTS: HostsAnswer = {
  kind: 'found',
  hosts: [{ host: HOST, events: 8412, processes: 41, first: MOMENT, last: MOMENT + 1000 }],
  total_hosts: { value: 41, exact: true },
  events: { value: 10_000, exact: false },
  newest: MOMENT,
  patterns: ['winlogbeat-*'],
  remarks: [],
};

export const event = (n: number, change: Partial<SysmonEvent> = {}): SysmonEvent => ({
  ref: { index: 'winlogbeat-6', id: `e${n}` },
  eventId: 11,
  host: HOST,
  time: at(n),
  schema: 'winlogbeat_6',
  fields: {
    ProcessGuid: `{${TEMPNCF88}}`,
    Image: 'C:\\Users\\urawa\\TempNcF88.eXe',
    User: 'EX\\urawa',
    TargetFilename: `C:\\file${n}.txt`,
  },
  ...change,
});

export const eventsAnswer = (count: number, total: number, next?: string): EventsAnswer => ({
  kind: 'found',
  events: Array.from({ length: count }, (_, i) => event(i + (next ? 0 : 1000))),
  total: { value: total, exact: true },
  remarks: [],
  ...(next && { next }),
});
