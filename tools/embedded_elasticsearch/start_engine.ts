import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { newEngineHome, removeEngineHome } from './engine_homes';
import { DEFAULT_VERSION, engineVersion } from './engine_versions';
import type { EngineVersion } from './engine_versions';
import { findJdk } from './find_jdk';
import type { Jdk } from './find_jdk';
import { zstdFolder } from './native_libraries';
import { prepareLauncher } from './prepare_launcher';
import type { Launcher } from './prepare_launcher';
import { resolveJars } from './resolve_jars';

export interface EngineOptions {
  /** One of ENGINE_VERSIONS. */
  readonly version?: string;
  /** `tests` costs the fewest seconds of CPU; `data` is faster once much has been loaded and asked. */
  readonly purpose?: 'tests' | 'data';
  /** 0, the default, takes any free one. */
  readonly port?: number;
}

export interface Engine {
  /** `http://127.0.0.1:PORT`, no security. */
  readonly url: string;
  readonly version: string;
  readonly pid: number;
  /** What it wrote to stderr (warnings and errors), at most the last 20,000 characters. */
  warnings(): string;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and removes its data. May be called twice. */
  stop(): Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Only first-tier compilation halves the start, but costs throughput when much data is loaded. */
const JVM_FLAGS = {
  // The number of clauses that a query may have grows with the heap: 7,904 at 512 MB (9.5.3), too few for the hardest predicates.
  tests: ['-Xmx2g', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'],
  data: ['-Xmx1g'],
};
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

/**
 * Starts a real Elasticsearch on 127.0.0.1, from its published jars. It ends when this process ends, however that
 * happens: its standard input closes then. Fetches and compiles what is missing first.
 * @throws Error when no JDK fits, Maven cannot fetch the jars, or it does not come up; with what it printed
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const { version = DEFAULT_VERSION, purpose = 'tests', port = 0 } = options;
  const engine = engineVersion(version);
  const { jdk, launcher } = await prepareEngine(version);
  const home = newEngineHome();
  const native = engine.needs_zstd ? await zstdFolder() : undefined;
  const args = [
    ...[...JVM_FLAGS[purpose], ...jvmArguments(engine, launcher)],
    ...(native ? [`-Des.nativelibs.path=${native}`] : []),
    ...['-cp', launcher.jar, 'LocalElasticsearch', await resolveJars(version), home, String(port)],
  ];
  const child = spawn(join(jdk.home, 'bin', 'java'), args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // Ctrl-C goes to us; we stop it when nobody needs it any more
  });
  return watch({ child, home, version });
}

/** Everything a start needs that is made only once: jars, launcher, class-data archive. */
export async function prepareEngine(version: string): Promise<{ jdk: Jdk; launcher: Launcher }> {
  const engine = engineVersion(version);
  const jdk = findJdk(engine.min_jdk);
  if (!jdk) throw new Error(`Elasticsearch ${version} needs a JDK >= ${engine.min_jdk}; none was found`);
  await resolveJars(version);
  return { jdk, launcher: await prepareLauncher(engine, jdk) };
}

function jvmArguments(engine: EngineVersion, launcher: Launcher): string[] {
  const archive = launcher.archive ? [`-XX:SharedArchiveFile=${launcher.archive}`, '-Xlog:disable'] : [];
  return [...engine.flags, ...archive, ...launcher.module_path];
}

async function watch(started: { child: Child; home: string; version: string }): Promise<Engine> {
  const { child, home, version } = started;
  let warnings = '';
  child.stderr.on('data', (chunk: Buffer) => (warnings = (warnings + chunk.toString()).slice(-20_000)));
  child.stdin.on('error', () => undefined); // it may be gone already when we close its input
  const ended = once(child, 'close').then(() => removeEngineHome(home));
  const stop = async () => {
    child.stdin.end();
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended.finally(() => clearTimeout(limit));
  };
  const port = await readyPort(child).catch(async (error: Error) => {
    child.kill('SIGKILL');
    await ended;
    throw new Error(`Elasticsearch ${version} did not start: ${error.message}\n${warnings.trim()}`);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    version,
    pid: child.pid ?? 0,
    warnings: () => warnings,
    ended,
    stop,
  };
}

/** Waits for the line `ready PORT`. The output is read on afterwards, so that the pipe never fills. */
function readyPort(child: Child): Promise<number> {
  return new Promise((done, fail) => {
    let printed = '';
    const limit = setTimeout(() => fail(new Error(`not ready after ${START_LIMIT_MS} ms`)), START_LIMIT_MS);
    const settle = (act: () => void) => {
      clearTimeout(limit);
      act();
    };
    child.stdout.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-1000);
      const port = /^ready (\d+)$/m.exec(printed)?.[1];
      if (port) settle(() => done(Number(port)));
    });
    child.on('error', (error) => settle(() => fail(error)));
    child.on('close', (code) => settle(() => fail(new Error(`it ended with ${code}`))));
  });
}
