import { basename } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import type { Logger } from '../server/ports';
import { importEvents } from '../tools/import_events/import_events';
import { reportLines } from '../tools/import_events/report_lines';
import { loadSampleEstate } from './sample_estate/load_sample_estate';

export interface LoadDataOptions {
  readonly client: Client;
  readonly log: Logger;
  readonly now: number;
  readonly sample?: boolean;
  readonly data?: readonly string[];
  readonly signal?: AbortSignal;
}

/** The sample estate and the files of the user, with progress in the log. */
export async function loadData(options: LoadDataOptions): Promise<void> {
  if (options.sample !== false) await loadSample(options);
  for (const file of options.data ?? []) await loadFile(file, options);
}

async function loadSample({ client, log, now, signal }: LoadDataOptions): Promise<void> {
  log.info('sample estate: loading ...');
  const began = performance.now();
  const onProgress = (loaded: number, total: number) =>
    log.info(`sample estate: ${loaded} of ${total} events`);
  const loaded = await loadSampleEstate({ client, now, signal, onProgress });
  log.info(`sample estate: ${loaded} events in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function loadFile(file: string, { client, log, signal }: LoadDataOptions): Promise<void> {
  const index = indexOf(file);
  log.info(`${file}: importing into ${index} ...`);
  let last = performance.now();
  const report = await importEvents({
    client,
    index,
    signal,
    files: [file],
    onProgress({ records, bytes_read, bytes }) {
      if (performance.now() - last < 2_000) return;
      last = performance.now();
      log.info(`${file}: ${Math.floor((100 * bytes_read) / Math.max(bytes, 1))} %, ${records} records`);
    },
  });
  reportLines(report).forEach((line) => log.info(line));
}

/** `winlogbeat-imported-<file name>`: one index a file, since shapes of different files may not fit together. */
function indexOf(file: string): string {
  const name = basename(file)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '_');
  return `winlogbeat-imported-${name}`.slice(0, 200);
}
