import { parseArgs } from 'node:util';
import { Client } from '@elastic/elasticsearch';
import { clusterFromEnv } from '../embedded_elasticsearch/cluster_from_env';
import { importEvents } from './import_events';
import type { ImportProgress } from './import_events';
import { reportLines } from './report_lines';

const USAGE = `Usage: import_events FILES... --index NAME [--host NAME] [--url URL]
Loads Sysmon events out of JSON, NDJSON, JSON arrays, also in .gz, .zip, .tar.gz, of any known shape.
  --index NAME  made with a fitting mapping unless it exists
  --host NAME   host of documents that name none
  --url URL     Elasticsearch; default ELASTICSEARCH_URL, with ELASTICSEARCH_API_KEY or _USERNAME, _PASSWORD, _CA`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { index: { type: 'string' }, host: { type: 'string' }, url: { type: 'string' } },
  });
  const cluster = clusterFromEnv({
    ...process.env,
    ...(values.url !== undefined && { ELASTICSEARCH_URL: values.url }),
  });
  if (!values.index || positionals.length === 0 || !cluster) throw new Error(USAGE);
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const client = new Client(cluster);
  const report = await importEvents({
    client,
    files: positionals,
    index: values.index,
    host: values.host,
    signal: cancel.signal,
    onProgress: printer(),
  });
  reportLines(report).forEach((line) => console.log(line));
  await client.close();
  if (report.cancelled || report.bad + report.refused > 0 || report.files.some(({ broken }) => broken))
    process.exitCode = 2;
}

/** At most one line a second. */
function printer(): (progress: ImportProgress) => void {
  let last = 0;
  return ({ file, records, bytes_read, bytes }) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    console.log(
      `${file}: ${Math.floor((100 * bytes_read) / Math.max(bytes, 1))} %, ${records} records so far`,
    );
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
