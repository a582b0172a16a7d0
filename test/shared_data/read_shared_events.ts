import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEvent } from '../../common/field_schemas/read_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { openEntries } from '../../tools/import_events/open_entries';
import { prepareDocument } from '../../tools/import_events/prepare_document';
import { readRecords } from '../../tools/import_events/read_records';

/** The eight captures with counts in counts.json. The last one names no host. */
export const CAPTURES = [
  '01_winlogbeat7.2raw_kerberoast_3hosts.tar.gz',
  '02_nxlog_covenant_dcom_iertutil_dll_hijack.zip',
  '03_nxlog_covenant_persistwmi.tar.gz',
  '04_nxlog_LSASS_campaign_01_MKT01.zip',
  '05_nxlog_LSASS_campaign_03_PRD01.zip',
  '06_nxlog_stop_netprofm_Pedro01.zip',
  '07_nxlog_splunk_attackrange_T1047.tar.gz',
  '08_flat_eqllib_sysmon-atomic-red-team.json.gz',
] as const;

export const PERF_CAPTURES = [
  'perf/LSASS_campaign_02_metasploit_procdump_lsass_memory_dump.zip',
  'perf/LSASS_campaign_06_metasploit_outflank-dumpert_lsass_memory_dump.zip',
  'perf/LSASS_campaign_07_metasploit_nanodump_lsass_memory_dump.zip',
] as const;

/** Small documents of other shapes: raw Winlogbeat 8 and ECS, and one real log for each of 116 Sigma rules. */
export const OTHER_SHAPES = [
  '09_ecs_winlogbeat8_golden/collection',
  '09_ecs_winlogbeat8_golden/ingest',
  '10_sigma_regression.tar.gz',
] as const;

/** Host of captures that name none. */
export const NO_HOST = 'NO-HOST';

/** The Sysmon events of a file or of a folder's JSON files, as they are after an import; each line is one, duplicates too. */
export async function readSharedEvents(path: string): Promise<SysmonEvent[]> {
  if (!statSync(path).isDirectory()) return eventsOfFile(path);
  const files = readdirSync(path).filter((name) => name.endsWith('.json'));
  return (await Promise.all(files.map((name) => eventsOfFile(join(path, name))))).flat();
}

async function eventsOfFile(path: string): Promise<SysmonEvent[]> {
  const events: SysmonEvent[] = [];
  const file = basename(path);
  const opened = await openEntries(path);
  for await (const entry of opened.entries()) {
    if (entry.kind === 'skipped') continue;
    for await (const record of readRecords(entry.stream)) {
      if (record.kind === 'bad') continue;
      const { id, document } = prepareDocument({ ...record, file }, { host: NO_HOST, known: new Map() });
      const read = readEvent({ _index: file, _id: id, _source: document });
      if (read.kind === 'event') events.push(read.event);
    }
  }
  return events;
}
