import type { FileHopsAnswer } from '../../common/api/file_hops';
import { nameOf } from '../../common/file_hops/file_path';
import { processKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { countingStore } from '../../test/lineage/counting_store';
import { BASE, guidOf, HOST, keyOf, made, started, startOf } from '../../test/lineage/made_events';
import { exeDetected } from '../../test/worlds/exe_detected';
import { MAIL_TO_TEMPNCF88, mailToTempncf88 } from '../../test/worlds/mail_to_tempncf88';
import { eventsOfWorld } from '../../test/worlds/world_documents';
import { memoryEventStore } from '../memory/memory_event_store';
import { getFileHops, type AskedFileHops } from './get_file_hops';

const DAY = 86_400_000;
const X = 'C:\\Users\\u\\x.exe';

type Found = Extract<FileHopsAnswer, { kind: 'found' }>;

async function ask(events: readonly SysmonEvent[], asked: AskedFileHops & { max_hops?: number }) {
  const store = countingStore(memoryEventStore(events));
  const answer = await getFileHops(store, asked);
  expect(store.asked.length).toBeLessThanOrEqual(3);
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer));
  return answer;
}

/** `writer -> user: file, evidence`, by names of programs. */
function told({ hops }: Found, events: readonly SysmonEvent[]): string[] {
  const names = new Map(
    events.flatMap(({ fields }) =>
      fields.Image ? [[processKey(fields.ProcessGuid), nameOf(fields.Image)]] : [],
    ),
  );
  return hops.map(
    ({ from, to, written, by, direction }) =>
      `${names.get(from)} -> ${names.get(to)}: ${nameOf(written.path)}, ${by}, ${direction}`,
  );
}

describe('mail to TempNcF88.eXe (source 001)', () => {
  const world = mailToTempncf88();
  const events = eventsOfWorld(world, 'winlogbeat_raw');

  it.each(MAIL_TO_TEMPNCF88.hosts.map((host, at) => [host, at] as const))(
    '%s: mail client, browser, ZIP, script, TempNcF88.eXe are one chain',
    async (host, at) => {
      const facts = world.facts[at];
      const answer = await ask(events, { host, guid: facts?.tempncf88 ?? '' });
      expect(told(answer, events)).toEqual([
        'explorer.exe -> wscript.exe: 20190108_invoice.js, command_line, within',
        'powershell.exe -> cmd.exe: TempNcF88.eXe, command_line, within',
        'powershell.exe -> TempNcF88.eXe: TempNcF88.eXe, image_path, within',
        'iexplore.exe -> explorer.exe: 2019.1invoice.zip, archive_folder, back',
      ]);
      expect(answer.nodes.map(({ id }) => id)).toEqual([facts?.outlook, facts?.browser].map(processKey));
      const [outlook, browser] = answer.nodes;
      expect([outlook?.parentId, browser?.parentId]).toEqual([processKey(facts?.explorer), outlook?.id]);
      expect(browser).toMatchObject({ counts: { 1: 1, 3: 1, 7: 1, 11: 1, 15: 1 } });
      expect(Object.keys(browser ?? {})).not.toContain('first');
      const zip = answer.hops.at(-1);
      expect(zip).toMatchObject({ written: { path: facts?.written[0]?.file }, download: { zone: '3' } });
      expect(answer).toMatchObject({ host, notes: [], remarks: [], origin: processKey(facts?.tempncf88) });
    },
  );

  it('a process that only names the file before it was written has no hop', async () => {
    const [facts] = world.facts;
    const { hops } = await ask(events, { host: 'Win7_64JP_01', guid: facts.tempncf88 });
    expect(hops.map(({ to }) => to)).not.toContain(processKey(facts.cmd));
  });
});

it('event 29 under a temporary name: the program that ran is found by content', async () => {
  const world = exeDetected();
  const events = eventsOfWorld(world, 'winlogbeat_raw');
  const answer = await ask(events, { host: 'PC-SALES-07', guid: world.facts.installer });
  expect(told(answer, events)).toContain('chrome.exe -> tool_setup.exe: 6b1d2f0e-77aa.tmp, hash, back');
});

describe('before the range', () => {
  const wrote = (actor: number, at: number, file: string) =>
    made({ id: 11, at, actor, fields: { TargetFilename: file, Image: `C:\\p${actor}.exe` } });
  const day = { host: HOST, from: BASE, to: BASE + DAY };

  it('finds who wrote the program days ago; ancestors that a fourth request would find are told', async () => {
    const long_ago = startOf(0) - 5 * DAY;
    const writer = started(7, { at: long_ago, fields: { ParentProcessGuid: guidOf(8, long_ago - 9000) } });
    const wrote_it = made({
      id: 11,
      at: long_ago + 9,
      actor: guidOf(7, long_ago),
      fields: { TargetFilename: X },
    });
    const events = [
      started(8, { at: long_ago - 9000 }),
      writer,
      wrote_it,
      started(5, { at: BASE + 5, fields: { Image: X } }),
    ];
    const answer = await ask(events, { ...day, guid: guidOf(5, BASE + 5) });
    expect(answer.hops).toMatchObject([{ from: keyOf(7, long_ago), written: { event: wrote_it.ref } }]);
    expect(answer.nodes.map(({ known }) => known)).toEqual(['inferred', 'recorded']);
    const parent = keyOf(8, long_ago - 9000);
    expect(answer.notes).toContainEqual({ kind: 'ancestors_not_followed', nodes: [parent] });
  });

  it('finds the archive of a script, downloaded the day before', async () => {
    const zip = made({
      id: 11,
      at: BASE - DAY,
      actor: guidOf(9, BASE - DAY - 1),
      fields: { TargetFilename: 'C:\\d\\a.zip' },
    });
    const events = [
      zip,
      wrote(1, startOf(2), 'C:\\d\\a\\x.js'),
      started(5, { fields: { CommandLine: 'wscript C:\\d\\a\\x.js' } }),
    ];
    const { hops } = await ask(events, { ...day, guid: guidOf(5) });
    expect(hops.map(({ by, step, to }) => [by, step, to])).toEqual([
      ['command_line', 1, keyOf(5)],
      ['archive_folder', 2, keyOf(1)],
    ]);
  });

  it('says how far back it looked, and does not look further', async () => {
    const events = [wrote(1, BASE - 40 * DAY, X), started(5, { fields: { Image: X } })];
    const answer = await ask(events, { ...day, guid: guidOf(5) });
    expect(answer).toMatchObject({ hops: [], looked_back_to: BASE - 30 * DAY });
  });
});

it('a writer without event 1 is shown as inferred, with its own activity', async () => {
  const write = made({
    id: 11,
    at: startOf(2),
    actor: 1,
    fields: { TargetFilename: X, Image: 'C:\\svc.exe' },
  });
  const answer = await ask([write, started(5, { fields: { Image: X } })], { host: HOST, guid: guidOf(5) });
  expect(answer.nodes).toMatchObject([
    { id: keyOf(1), known: 'inferred', image: 'C:\\svc.exe', counts: { 11: 1 } },
  ]);
});

it('a library by content where the path has 8.3 names', async () => {
  const Hashes = 'MD5=289684EB9FA3CBD200F4440B6399FF11';
  const events = [
    started(1),
    started(5),
    made({
      id: 29,
      at: startOf(2),
      actor: 1,
      fields: { TargetFilename: 'C:\\U\\PEDRO~1.GUS\\r.dll', Hashes },
    }),
    made({ id: 7, at: startOf(6), actor: 5, fields: { ImageLoaded: 'C:\\U\\pedro.gustavo\\r.dll', Hashes } }),
  ];
  const { hops } = await ask(events, { host: HOST, guid: guidOf(5) });
  expect(hops).toMatchObject([{ from: keyOf(1), to: keyOf(5), by: 'hash', used: { event_id: 7 } }]);
});

it('more hops than one answer holds are cut, and the true number is told', async () => {
  const files = Array.from({ length: 30 }, (_, n) => `C:\\t\\${n}.txt`);
  const events = [
    started(1),
    ...files.map((TargetFilename) => made({ id: 11, at: startOf(2), actor: 1, fields: { TargetFilename } })),
    started(5, { fields: { CommandLine: `type ${files.map((file) => `"${file}"`).join(' ')}` } }),
  ];
  const answer = await ask(events, { host: HOST, guid: guidOf(5), max_hops: 10 });
  expect(answer.hops).toHaveLength(10);
  expect(answer.notes).toContainEqual({ kind: 'truncated', shown: 10, total: 30 });
});

it('another host with the same paths is another story', async () => {
  const write = made({ id: 11, at: startOf(2), actor: 1, host: 'OTHER', fields: { TargetFilename: X } });
  const { hops } = await ask([write, started(5, { fields: { Image: X } })], { host: HOST, guid: guidOf(5) });
  expect(hops).toEqual([]);
});

it('an unknown process is not found, and what cannot be meant is refused', async () => {
  const store = memoryEventStore([started(1)]);
  expect(await getFileHops(store, { host: HOST, guid: guidOf(9) })).toMatchObject({ kind: 'not_found' });
  expect(await getFileHops(store, { host: HOST, guid: 'x' })).toMatchObject({ kind: 'invalid' });
  expect(await getFileHops(store, { host: HOST, guid: guidOf(1), from: 2, to: 1 })).toMatchObject({
    kind: 'invalid',
  });
});
