import { parseArgs } from 'node:util';
import { startWorkbench } from './start_workbench';

const USAGE = `Usage: npm start -- [--port 5640] [--data FILE]... [--no-sample] [--watch]
  --port N     of the page, on 127.0.0.1
  --data FILE  imports events (JSON, NDJSON, also in .gz, .zip, .tar.gz); may be given several times
  --no-sample  without the sample estate
  --watch      builds the page again whenever a source changes`;

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '5640' },
      data: { type: 'string', multiple: true },
      'no-sample': { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.help || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(USAGE);
  return {
    port,
    watch: values.watch,
    sample: !values['no-sample'],
    data: [...(values.data ?? []), ...positionals],
  };
}

async function main(): Promise<void> {
  const began = performance.now();
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  const workbench = await startWorkbench({ ...options(), signal: stopping.signal });
  console.log(
    `Sysmon Trail is ready after ${((performance.now() - began) / 1000).toFixed(0)} s: ${workbench.url}`,
  );
  console.log('Ctrl-C ends it.');
  await asked;
  await workbench.stop();
  console.log('Ended.');
}

main()
  .catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') return void console.log('Ended.');
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(() => process.exit());
