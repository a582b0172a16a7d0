import type { FileHop } from '../../common/api/file_hops';
import { nameOf } from '../../common/file_hops/file_path';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { getFileHops } from '../../server/file_hops/get_file_hops';
import { memoryEventStore } from '../../server/memory/memory_event_store';
import { getProcessLinks } from '../../server/process_links/get_process_links';
import { readSharedEvents } from '../shared_data/read_shared_events';
import { describeWithSharedData, sharedFile } from '../shared_data/shared_dir';

const FILES = {
  '02': '02_nxlog_covenant_dcom_iertutil_dll_hijack.zip',
  '04': '04_nxlog_LSASS_campaign_01_MKT01.zip',
  '05': '05_nxlog_LSASS_campaign_03_PRD01.zip',
  '07': '07_nxlog_splunk_attackrange_T1047.tar.gz',
} as const;
const read = new Map<string, Promise<SysmonEvent[]>>();
const eventsOf = (file: keyof typeof FILES): Promise<SysmonEvent[]> => {
  const known = read.get(file) ?? readSharedEvents(sharedFile(FILES[file]));
  read.set(file, known);
  return known;
};

const rangeOf = (events: readonly SysmonEvent[]) => {
  const times = events.map(({ time }) => time.ms).sort((a, b) => a - b);
  return { from: times[0] ?? 0, to: (times.at(-1) ?? 0) + 1 };
};

interface Asked {
  readonly host: string;
  /** End of the image of the process that is asked for. */
  readonly image: string;
  /** Which of them, in the order of start; absent = the first. */
  readonly nth?: number;
}

async function hopsOf(file: keyof typeof FILES, { host, image, nth = 0 }: Asked) {
  const events = await eventsOf(file);
  const origin = events
    .filter((event) => event.eventId === 1 && event.host === host && event.fields.Image?.endsWith(image))
    .sort((a, b) => a.time.ms - b.time.ms)[nth];
  const guid = origin?.fields.ProcessGuid ?? '';
  const answer = await getFileHops(memoryEventStore(events), { host, guid, ...rangeOf(events) });
  if (answer.kind !== 'found') throw new Error(`${image}: ${answer.kind}`);
  const names = new Map(
    events.map(({ fields }) => [processKey(fields.ProcessGuid), nameOf(fields.Image ?? '')]),
  );
  const name = (key: ProcessKey) => names.get(key);
  const brief = ({ from, to, by, written, download }: FileHop) =>
    [`${name(from)} -> ${name(to)}`, by, nameOf(written.path), download?.url].filter(
      (part) => part !== undefined,
    );
  return { ...answer, brief: answer.hops.map(brief) };
}

/** Counted from the files by a program that shares nothing with the product. */
describeWithSharedData('file hops of real captures', () => {
  it('02: the DLL that DCOM drops is loaded by iexplore.exe; System wrote it', async () => {
    const { brief } = await hopsOf('02', { host: 'WORKSTATION6.theshire.local', image: 'iexplore.exe' });
    expect(brief).toEqual([['System -> iexplore.exe', 'loaded_path', 'iertutil.dll']]);
  }, 120_000);

  it.each([
    ['04', 'MKT01.pandalab.com', 'rtcpef.dll'],
    ['05', 'PRD01.pandalab.com', 'qfhaer.dll'],
  ] as const)(
    '%s: the payload comes from its URL, and what it wrote is run by rundll32',
    async (file, host, dll) => {
      const { brief } = await hopsOf(file, { host, image: 'winx64_payload.exe' });
      expect(brief).toEqual([
        [
          'msedge.exe -> winx64_payload.exe',
          'hash',
          'winx64_payload.exe',
          'http://10.0.5.13/winx64_payload.exe',
        ],
        ['winx64_payload.exe -> rundll32.exe', 'command_line', dll],
      ]);
    },
    120_000,
  );

  const on_07 = { host: 'win-dc-6178966.attackrange.local' };

  it.each([
    ['streamfwd.exe', ['splunkd.exe -> streamfwd.exe', 'image_path', 'streamfwd.exe']],
    ['Public\\splunkd.exe', ['powershell.exe -> splunkd.exe', 'image_path', 'splunkd.exe']],
  ])(
    '07: who wrote %s',
    async (image, hop) => {
      expect((await hopsOf('07', { ...on_07, image })).brief).toContainEqual(hop);
    },
    120_000,
  );

  it('07: five of ten compilers name their response file in full, the others by an 8.3 name that is not guessed', async () => {
    const hops = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => hopsOf('07', { ...on_07, image: 'csc.exe', nth })),
    );
    const into_csc = hops.map(
      ({ brief }) => brief.filter(([who]) => who === 'powershell.exe -> csc.exe').length,
    );
    expect(into_csc).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
  }, 120_000);
});

interface LinkFacts {
  readonly accesses: number;
  readonly access_events: number;
  readonly most: number;
  readonly lsass_events: number;
  readonly threads: number;
  readonly pipes: number;
  readonly unlinked: { no_process: number; self: number; anonymous_pipe: number; no_creator: number };
}

describeWithSharedData('links of real captures', () => {
  it.each<[keyof typeof FILES, string, LinkFacts]>([
    [
      '02',
      'WORKSTATION5.theshire.local',
      {
        accesses: 771,
        access_events: 11_763,
        most: 1638,
        lsass_events: 17,
        threads: 0,
        pipes: 0,
        unlinked: { no_process: 0, self: 0, anonymous_pipe: 0, no_creator: 18 },
      },
    ],
    [
      '02',
      'WORKSTATION6.theshire.local',
      {
        accesses: 40,
        access_events: 131,
        most: 42,
        lsass_events: 0,
        threads: 1,
        pipes: 0,
        unlinked: { no_process: 0, self: 0, anonymous_pipe: 0, no_creator: 2 },
      },
    ],
    [
      '04',
      'MKT01.pandalab.com',
      {
        accesses: 2264,
        access_events: 30_414,
        most: 407,
        lsass_events: 271,
        threads: 1,
        pipes: 15,
        unlinked: { no_process: 0, self: 38, anonymous_pipe: 5, no_creator: 1529 },
      },
    ],
    [
      '05',
      'PRD01.pandalab.com',
      {
        accesses: 1467,
        access_events: 30_074,
        most: 811,
        lsass_events: 295,
        threads: 1,
        pipes: 15,
        unlinked: { no_process: 0, self: 41, anonymous_pipe: 4, no_creator: 112 },
      },
    ],
    [
      '07',
      'win-dc-6178966.attackrange.local',
      {
        accesses: 2605,
        access_events: 6842,
        most: 3285,
        lsass_events: 76,
        threads: 0,
        pipes: 0,
        unlinked: { no_process: 10, self: 0, anonymous_pipe: 0, no_creator: 0 },
      },
    ],
  ])(
    '%s %s',
    async (file, host, facts) => {
      const events = await eventsOf(file);
      const answer = await getProcessLinks(memoryEventStore(events), { host, ...rangeOf(events) });
      if (answer.kind !== 'found') throw new Error(answer.kind);
      const accesses = answer.links.filter((link) => link.kind === 'process_access');
      const sum = (counts: readonly { count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
      expect({
        accesses: accesses.length,
        access_events: sum(accesses),
        most: accesses[0]?.count,
        lsass_events: sum(accesses.filter(({ flags }) => flags.includes('lsass'))),
        threads: answer.links.filter(({ kind }) => kind === 'remote_thread').length,
        pipes: answer.links.filter(({ kind }) => kind === 'pipe').length,
        unlinked: answer.unlinked,
      }).toEqual(facts);
      const shown = sum(answer.links) + sum(answer.tampered);
      const unlinked = Object.values(answer.unlinked).reduce((all, count) => all + count, 0);
      expect(shown + unlinked).toBe(answer.total);
    },
    120_000,
  );
});
