import { readdirSync, readFileSync } from 'node:fs';
import { describeOnSharedData, sharedFile } from '../real_data/shared_data';
import { importEvents } from '../../tools/import_events/import_events';
import { engineClient, freshIndexName } from './engine';

/** Figures of one file, counted by an evaluator of its own (its README tells how). */
interface Counts {
  readonly events: number;
  readonly sysmon: number;
  readonly hist: Readonly<Record<string, number>>;
  readonly hosts: Readonly<Record<string, number>>;
}

const EQLLIB = '08_flat_eqllib_sysmon-atomic-red-team.json.gz';
const HOST = 'constant-host';

/** Loads files into an index of their own, asks what `ask` asks, and removes it. */
async function imported(files: readonly string[], options: { host?: string } = {}) {
  const client = engineClient();
  const index = freshIndexName('real');
  try {
    const report = await importEvents({ client, index, files, ...options });
    const again =
      files.length === 1 && files[0]?.includes('03_')
        ? await importEvents({ client, index, files, ...options })
        : undefined;
    const { count } = await client.count({ index });
    return { report, again, count };
  } finally {
    await client.indices.delete({ index }, { ignore: [404] });
    await client.close();
  }
}

/** A record with a text at `error`, which ECS keeps for an object. */
const MISFITS: Readonly<Record<string, readonly string[]>> = {
  '07_nxlog_splunk_attackrange_T1047.tar.gz': ['error'],
};

describeOnSharedData('import of real logs', () => {
  const counts = JSON.parse(readFileSync(sharedFile('data', 'counts.json'), 'utf8')) as Record<
    string,
    Counts
  >;

  test.each(Object.keys(counts))(
    "%s: every record, and Sysmon's per event id and host",
    async (name) => {
      const expected = counts[name];
      const { report, again, count } = await imported(
        [sharedFile('data', name)],
        name === EQLLIB ? { host: HOST } : {},
      );
      expect([report.created, report.already_there, report.refused, report.bad, count]).toEqual([
        expected?.events,
        0,
        0,
        0,
        expected?.events,
      ]);
      expect(report.sysmon.total).toBe(expected?.sysmon);
      expect(Object.fromEntries(report.sysmon.by_event_id)).toEqual(expected?.hist);
      expect(Object.fromEntries(report.sysmon.by_host)).toEqual(
        name === EQLLIB ? { [HOST]: expected?.sysmon } : expected?.hosts,
      );
      expect([...report.misfits.keys()]).toEqual(MISFITS[name] ?? []);
      if (again) expect([again.created, again.already_there]).toEqual([0, expected?.events]);
    },
    300_000,
  );

  test('the perf files: 253,954 events, 235,268 of Sysmon', async () => {
    const perf = readdirSync(sharedFile('data', 'perf'))
      .filter((name) => name.endsWith('.zip'))
      .map((name) => sharedFile('data', 'perf', name));
    const more = Object.keys(counts)
      .filter((name) => /^0[45]_/.test(name))
      .map((name) => sharedFile('data', name));
    const { report, count } = await imported([...perf, ...more]);
    expect([count, report.sysmon.total]).toEqual([253_954, 235_268]);
  }, 600_000);

  // After the pipeline the one without a time of its own cannot be read as an event; it is loaded all the same.
  test.each([
    ['collection', 157],
    ['ingest', 156],
  ])(
    'the golden files of Winlogbeat 8, %s',
    async (folder, lookups) => {
      const path = sharedFile('data', '09_ecs_winlogbeat8_golden', folder);
      const files = readdirSync(path)
        .filter((name) => name.endsWith('.golden.json'))
        .map((name) => `${path}/${name}`);
      const { report } = await imported(files);
      expect([report.created, report.refused, report.bad]).toEqual([203, 0, 0]);
      expect([report.sysmon.total, report.sysmon.unreadable]).toEqual([46 + lookups, 157 - lookups]);
      const expected = {
        22: lookups,
        3: 16,
        2: 6,
        5: 5,
        13: 5,
        23: 3,
        26: 2,
        4: 1,
        7: 1,
        16: 1,
        24: 1,
        25: 1,
      };
      expect(Object.fromEntries(report.sysmon.by_event_id)).toMatchObject(expected);
    },
    120_000,
  );
});
