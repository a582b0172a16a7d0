import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_HOMES, REPOSITORY } from '../../tools/embedded_elasticsearch/local_folders';
import { openCluster } from '../../tools/embedded_elasticsearch/open_cluster';
import { startEngine } from '../../tools/embedded_elasticsearch/start_engine';
import { withIndex } from './engine';

const version = process.env.ENGINE_VERSION;
const answers = (url: string) =>
  fetch(`${url}/_cluster/health`).then(
    ({ ok }) => ok,
    () => false,
  );
const ownHomes = () => readdirSync(ENGINE_HOMES).filter((name) => name.startsWith(`${process.pid}-`));

/** Waits until nothing answers there; the time-out of the test ends it. */
async function untilSilent(url: string): Promise<void> {
  while (await answers(url)) await new Promise((again) => setTimeout(again, 20));
}

// Whoever brings a cluster may have no JDK.
const withJdk = process.env.ELASTICSEARCH_URL ? describe.skip : describe;

withJdk('startEngine', () => {
  it('starts two side by side; each ends with its data when told to', async () => {
    const [one, other] = await Promise.all([startEngine({ version }), startEngine({ version })]);
    expect(one.url).not.toBe(other.url);
    expect(await Promise.all([answers(one.url), answers(other.url)])).toEqual([true, true]);
    await one.stop();
    expect(await Promise.all([answers(one.url), answers(other.url)])).toEqual([false, true]);
    await other.stop();
    await other.stop();
    expect(await answers(other.url)).toBe(false);
    expect(ownHomes()).toEqual([]);
  });

  it('listens on 127.0.0.1 only', async () => {
    const engine = await startEngine({ version });
    // All of 127/8 is this machine on Linux, so a server on every address would answer there too.
    expect(await answers(engine.url.replace('127.0.0.1', '127.0.0.2'))).toBe(false);
    expect(await answers(engine.url)).toBe(true);
    await engine.stop();
  });

  it('settles `ended` when the engine is killed', async () => {
    const engine = await startEngine({ version });
    process.kill(engine.pid, 'SIGKILL');
    await engine.ended;
    expect(ownHomes()).toEqual([]);
  });

  it('says what went wrong when the port is taken', async () => {
    const engine = await startEngine({ version });
    const port = Number(new URL(engine.url).port);
    await expect(startEngine({ version, port })).rejects.toThrow(/did not start: it ended with 1\n[^]*Bind/);
    await engine.stop();
  });

  it('leaves no engine behind when its owner is killed', async () => {
    const tsx = join(REPOSITORY, 'node_modules', 'tsx', 'dist', 'loader.mjs');
    const owner = spawn(process.execPath, ['--import', tsx, join(__dirname, 'engine_owner.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(owner.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    expect(await answers(url)).toBe(true);
    owner.kill('SIGKILL');
    await untilSilent(url);
  });

  it('serves openCluster where the environment names no cluster', async () => {
    const cluster = await openCluster({ ENGINE_VERSION: version });
    expect(await answers(cluster.connection.node)).toBe(true);
    expect(cluster.label).toContain(cluster.connection.node);
    await cluster.stop();
    expect(await answers(cluster.connection.node)).toBe(false);
  });

  it('knows only the versions that were tried', async () => {
    await expect(startEngine({ version: '7.17.0' })).rejects.toThrow('No embedded Elasticsearch 7.17.0');
  });
});

test('indices with best_compression get their shard (9.x needs libzstd for that)', async () => {
  const found = await withIndex({ settings: { codec: 'best_compression' } }, async ({ client, index }) => {
    await client.index({ index, document: { Image: 'cmd.exe' }, refresh: true });
    return (await client.count({ index })).count;
  });
  expect(found).toBe(1);
});

test('openCluster takes the cluster of the environment, and stopping leaves it running', async () => {
  const node = process.env.TEST_ENGINE_URL ?? process.env.ELASTICSEARCH_URL ?? '';
  const cluster = await openCluster({ ELASTICSEARCH_URL: node, ELASTICSEARCH_USERNAME: 'ann' });
  expect(cluster).toMatchObject({
    connection: { node, auth: { username: 'ann', password: '' } },
    label: node,
  });
  await cluster.stop();
  await withIndex({}, ({ client, index }) => client.count({ index }));
});
