import { Client } from '@elastic/elasticsearch';
import { openCluster } from '../embedded_elasticsearch/open_cluster';
import { benchLineage, type LineageFigures } from './bench_lineage';
import { CAPTURES, loadCapture } from './load_captures';

/** The most that lineage may take, in sums of the two reference queries. */
const MAX_RATIO = 2;

/** `npm run bench`: lineage against two fixed queries on real captures. Times are medians of 9 warm runs in one process. */
async function main(): Promise<void> {
  const cluster = await openCluster(process.env, { purpose: 'data' });
  const client = new Client({ ...cluster.connection, requestTimeout: 120_000 });
  console.log(cluster.label);
  try {
    for (const capture of CAPTURES) {
      const { records, sysmon, seconds } = await loadCapture(client, capture);
      console.log(
        `\n${capture.name}: ${records} records, ${sysmon} Sysmon events, loaded in ${seconds.toFixed(1)} s`,
      );
      print(await benchLineage(client, capture.index));
    }
  } finally {
    for (const { index } of CAPTURES) await client.indices.delete({ index }, { ignore: [404] });
    await client.close();
    await cluster.stop();
  }
}

function print({ at, events, nodes, times, ratio, requests, ancestors }: LineageFigures): void {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  console.log(`  host ${at.host}: ${events} events, ${nodes} processes in the lineage`);
  console.log(`  counts per process and event id   ${ms(times.counts)}`);
  console.log(`  starts and ends, 12 fields         ${ms(times.starts_and_ends)}`);
  console.log(
    `  lineage                            ${ms(times.lineage)}, ${requests.lineage} requests one after the other`,
  );
  console.log(
    `  lineage from a document            ${ms(times.from_document)}, ${requests.from_document} requests`,
  );
  console.log(`  forest                             ${ms(times.forest)}, ${requests.forest} requests`);
  console.log(`  lineage / (counts + starts)        ${ratio.toFixed(2)} (must be <= ${MAX_RATIO})`);
  console.log(
    `  ancestors found                    ${ancestors.found} of ${ancestors.knowable}, ${ancestors.origins} origins`,
  );
  if (ratio > MAX_RATIO || ancestors.found < ancestors.knowable) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
