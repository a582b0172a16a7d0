import type { Client } from '@elastic/elasticsearch';
import { performance } from 'node:perf_hooks';
import { sharedFile } from '../../test/shared_data/shared_dir';
import { importEvents } from '../import_events/import_events';

const FILE_04 = '04_nxlog_LSASS_campaign_01_MKT01.zip';
const FILE_05 = '05_nxlog_LSASS_campaign_03_PRD01.zip';

export interface Capture {
  readonly name: string;
  readonly index: string;
  readonly files: readonly string[];
}

/** Files 04 and 05 alone, and all five captures of the campaign in one index. */
export const CAPTURES: readonly Capture[] = [
  { name: '04', index: 'bench-04', files: [FILE_04] },
  { name: '05', index: 'bench-05', files: [FILE_05] },
  {
    name: 'perf',
    index: 'bench-perf',
    files: [
      FILE_04,
      FILE_05,
      'perf/LSASS_campaign_02_metasploit_procdump_lsass_memory_dump.zip',
      'perf/LSASS_campaign_06_metasploit_outflank-dumpert_lsass_memory_dump.zip',
      'perf/LSASS_campaign_07_metasploit_nanodump_lsass_memory_dump.zip',
    ],
  },
];

/** Loads a capture; gives its records and the seconds that it took. */
export async function loadCapture(
  client: Client,
  { index, files }: Capture,
): Promise<{ records: number; sysmon: number; seconds: number }> {
  const began = performance.now();
  const report = await importEvents({ client, index, files: files.map((file) => sharedFile(file)) });
  await client.indices.forcemerge({ index, max_num_segments: 1 });
  // An index that grows has no use for cached answers, so they must not flatter the figures.
  await client.indices.putSettings({ index, settings: { 'index.requests.cache.enable': false } });
  const records = report.files.reduce((sum, file) => sum + file.records, 0);
  return { records, sysmon: report.sysmon.total, seconds: (performance.now() - began) / 1000 };
}
