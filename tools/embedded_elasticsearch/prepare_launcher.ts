import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildOnce } from './build_once';
import type { EngineVersion } from './engine_versions';
import type { Jdk } from './find_jdk';
import { LOCAL } from './local_folders';
import { jarFolder } from './resolve_jars';
import { runProgram } from './run_program';

const SOURCE = join(__dirname, 'LocalElasticsearch.java');

/** JVM arguments that come before the ones of the launcher itself. */
export interface Launcher {
  readonly module_path: readonly string[];
  readonly jar: string;
  /** Class-data archive, if this JDK can use one: it halves the start. */
  readonly archive?: string;
}

/** Compiles the launcher against the jars, and archives the classes that a start loads; both once. */
export async function prepareLauncher(engine: EngineVersion, jdk: Jdk): Promise<Launcher> {
  const jars = jarFolder(engine.version);
  const module_path = [
    ...['--module-path', ['compile', 'runtime'].map((name) => join(jars, name)).join(delimiter)],
    ...['--add-modules', 'ALL-MODULE-PATH'],
  ];
  const folder = launcherFolder(engine, jdk);
  await buildOnce(folder, (unfinished) => compile({ jdk, module_path, folder: unfinished }));
  const launcher = { module_path, jar: join(folder, 'launcher.jar') };
  if (!engine.archive_jdks.includes(jdk.feature)) return launcher;
  const archive = join(folder, 'classes.jsa');
  await buildOnce(archive, (unfinished) => archiveClasses({ jdk, engine, launcher, archive: unfinished }));
  return { ...launcher, archive };
}

/** An archive holds absolute paths and fits one JDK only, hence both are part of the name. */
function launcherFolder(engine: EngineVersion, jdk: Jdk): string {
  const hash = createHash('sha256').update(readFileSync(SOURCE)).update(jdk.home).update(LOCAL).digest('hex');
  return join(LOCAL, 'elasticsearch', engine.version, `launcher-${jdk.version}-${hash.slice(0, 8)}`);
}

async function compile(at: { jdk: Jdk; module_path: readonly string[]; folder: string }): Promise<void> {
  const classes = join(at.folder, 'classes');
  await mkdir(classes, { recursive: true });
  await runProgram(join(at.jdk.home, 'bin', 'javac'), [...at.module_path, '-d', classes, SOURCE]);
  await runProgram(join(at.jdk.home, 'bin', 'jar'), [
    'cf',
    join(at.folder, 'launcher.jar'),
    '-C',
    classes,
    '.',
  ]);
}

/** The JVM writes the archive when the engine stops, so one is started and stopped. */
async function archiveClasses(at: {
  jdk: Jdk;
  engine: EngineVersion;
  launcher: Launcher;
  archive: string;
}): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'sysmon-trail-'));
  const child = spawn(
    join(at.jdk.home, 'bin', 'java'),
    [
      ...['-Xmx512m', '-Xlog:disable', `-XX:ArchiveClassesAtExit=${at.archive}`],
      ...[...at.engine.flags, ...at.launcher.module_path, '-cp', at.launcher.jar],
      ...['LocalElasticsearch', jarFolder(at.engine.version), home, '0'],
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  child.stdout.once('data', () => child.stdin.end());
  await once(child, 'close');
  await rm(home, { recursive: true, force: true });
  // Not every vendor's JVM writes one. Starts pass over an archive that is no archive, so an empty file says: tried.
  if (!existsSync(at.archive)) await writeFile(at.archive, '');
}
