import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { KibanaHome } from './kibana_home';

export interface RunningKibana {
  readonly url: string;
  /** Everything it printed so far. */
  log(): string;
  stop(): Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;
const NODE_FLAGS = [
  '--no-warnings',
  '--max-http-header-size=65536',
  '--unhandled-rejections=warn',
  '--dns-result-order=ipv4first',
  '--openssl-legacy-provider',
];

/** Runs a program until it ends or our standard input closes, so that it never outlives us, however we die. */
const WITH_PARENT = 'exec 3<&0; "$@" & pid=$!; (cat <&3 >/dev/null; kill $pid 2>/dev/null) & wait $pid';

/** Starts this Kibana on 127.0.0.1 against an Elasticsearch without security, and waits until it is ready. */
export async function startKibana(
  home: KibanaHome,
  {
    elasticsearch,
    settings = {},
  }: { readonly elasticsearch: string; readonly settings?: Record<string, unknown> },
): Promise<RunningKibana> {
  const folder = mkdtempSync(join(tmpdir(), 'sysmon-trail-kibana-'));
  const port = await freePort();
  const config = join(folder, 'kibana.yml');
  writeFileSync(config, yaml({ ...kibanaSettings({ folder, port, elasticsearch }), ...settings }));
  const program = [join(home.path, 'node/bin/node'), ...NODE_FLAGS, join(home.path, 'src/cli/dist.js')];
  const args = ['-c', WITH_PARENT, 'sh', ...program, '--allow-root', '--config', config];
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
  const child = spawn('sh', args, { cwd: home.path, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  return watch({ child, url: `http://127.0.0.1:${port}`, folder });
}

async function watch({
  child,
  url,
  folder,
}: {
  child: Child;
  url: string;
  folder: string;
}): Promise<RunningKibana> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stdin.on('error', () => undefined); // it may be gone already
  const ended = once(child, 'exit').then(() => child.stdin.end());
  const closed = once(child, 'close');
  const stop = async () => {
    child.stdin.end();
    const limit = setTimeout(() => kill(child), STOP_LIMIT_MS);
    await closed.finally(() => clearTimeout(limit));
    rmSync(folder, { recursive: true, force: true });
  };
  const ready = await Promise.race([isReady(url), ended.then(() => false)]);
  if (ready) return { url, log: () => printed, stop };
  await stop();
  throw new Error(`Kibana did not start:\n${printed.slice(-4000)}`);
}

function kill({ pid }: Child): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL'); // the shell's whole group
}

/** Polls the status page, the only sign of readiness that Kibana gives. */
async function isReady(url: string): Promise<boolean> {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    const status = await fetch(`${url}/api/status`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return true;
    await wait(250);
  }
  return false;
}

interface Where {
  readonly folder: string;
  readonly port: number;
  readonly elasticsearch: string;
}

const kibanaSettings = ({ folder, port, elasticsearch }: Where) => ({
  'server.host': '127.0.0.1',
  'server.port': port,
  'elasticsearch.hosts': [elasticsearch],
  'path.data': join(folder, 'data'),
  'logging.root.level': 'warn',
  'xpack.encryptedSavedObjects.encryptionKey': 'only-for-this-test-only-for-this-test',
  'telemetry.enabled': false,
  'newsfeed.enabled': false,
  'map.includeElasticMapsService': false,
});

/** JSON is YAML, line by line. */
const yaml = (settings: Record<string, unknown>): string =>
  Object.entries(settings)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
