import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const REPOSITORY = join(__dirname, '..', '..');
const LIMIT_MS = 120_000;

interface Run {
  readonly child: ChildProcess;
  /** Everything it printed so far. */
  printed(): string;
  /** The first line that fits. @throws Error when it ends before */
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

/** `npm start` without npm: the same program in a process of its own. */
function start(...args: readonly string[]): Run {
  const { ELASTICSEARCH_URL: _, ...env } = process.env; // an engine of its own, which must end with it
  const child = spawn(process.execPath, ['tools/run.mjs', 'start', ...args], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const add = (line: string) => {
    lines.push(line);
    waiting.forEach((look) => look());
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', add);
  const printed = () => lines.join('\n');
  const line = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(printed());
        if (found) resolve(found);
      };
      waiting.add(look);
      child.once('close', () => reject(new Error(`it ended without ${String(pattern)}:\n${printed()}`)));
      look();
    });
  return { child, printed, line };
}

async function endsOn(run: Run, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(run.child, 'close') as Promise<[number | null]>;
  run.child.kill(signal);
  return (await closed)[0];
}

/** PIDs of the engines that a process owns, by their homes. */
async function enginesOf(pid: number | undefined): Promise<readonly string[]> {
  const { ENGINE_HOMES } = await import('../../tools/embedded_elasticsearch/local_folders');
  const { readdir } = await import('node:fs/promises');
  return (await readdir(ENGINE_HOMES)).filter((name) => name.startsWith(`${pid ?? 0}-`));
}

describe('npm start', () => {
  test(
    'serves page and API on this computer, and Ctrl-C ends it with its engine',
    async () => {
      const run = start('--port', '0', '--no-sample');
      const [, url = ''] = await run.line(
        /is ready after \d+ s: (http:\/\/127\.0\.0\.1:\d+\/app\/sysmonTrail\/)/,
      );
      expect(await enginesOf(run.child.pid)).toHaveLength(1);
      const page = await fetch(url);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('/assets/app.js')]);
      const app = await fetch(new URL('/assets/app.js', url));
      expect([app.status, await app.text()]).toEqual([
        200,
        expect.not.stringContaining('could not be built'),
      ]);
      const hosts = await fetch(new URL('/api/sysmon_trail/hosts', url));
      expect(await hosts.json()).toMatchObject({
        message: expect.stringContaining('No index matches') as string,
      });
      expect(await endsOn(run, 'SIGINT')).toBe(0);
      expect(run.printed()).toMatch(/Ended\.$/);
      expect(await enginesOf(run.child.pid)).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'Ctrl-C during the start ends it too',
    async () => {
      const run = start('--port', '0');
      await run.line(/sample estate: loading/);
      expect(await endsOn(run, 'SIGINT')).toBe(0);
      expect(run.printed()).not.toContain('is ready after');
      expect(await enginesOf(run.child.pid)).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'a port that is taken is told in a sentence, and nothing is left',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as { port: number };
      const run = start('--port', String(port), '--no-sample');
      const [code] = (await once(run.child, 'close')) as [number];
      taken.close();
      expect(code).toBe(1);
      expect(run.printed()).toContain(`Port ${port} is in use. Choose another one with --port.`);
      expect(run.printed()).not.toMatch(/\n\s+at /);
      expect(await enginesOf(run.child.pid)).toEqual([]);
    },
    LIMIT_MS,
  );
});
