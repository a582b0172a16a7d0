import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, isExecutable } from './find_program';

export interface Jdk {
  readonly home: string;
  /** Full version, `17.0.15`. */
  readonly version: string;
  /** Feature version, 17. */
  readonly feature: number;
}

/** Where package managers and vendors put JDKs; each holds one folder per JDK. */
const JDK_PARENTS = ['/usr/lib/jvm', '/usr/java', '/opt/java', '/opt', '/Library/Java/JavaVirtualMachines'];

/** All JDKs with a compiler on this machine, oldest first. */
export function findJdks(): Jdk[] {
  const java = findProgram('java');
  const homes = [
    ...[process.env.JAVA_HOME].flatMap((home) => home || []),
    ...(java ? [dirname(dirname(realpathSync(java)))] : []),
    ...JDK_PARENTS.flatMap(folders).flatMap((home) => [home, join(home, 'Contents', 'Home')]),
  ];
  const found = new Map(homes.flatMap(readJdk).map((jdk) => [jdk.home, jdk]));
  return [...found.values()].sort((a, b) => a.feature - b.feature);
}

/** The oldest JDK that is new enough: the engine was tried on the oldest ones most. */
export function findJdk(min_feature: number): Jdk | undefined {
  return findJdks().find((jdk) => jdk.feature >= min_feature);
}

function folders(parent: string): string[] {
  try {
    return readdirSync(parent).map((name) => join(parent, name));
  } catch {
    return [];
  }
}

/** The JDK of this folder, or nothing where it has no compiler or does not say its version. */
export function readJdk(home: string): Jdk[] {
  if (!isExecutable(join(home, 'bin', 'javac'))) return [];
  try {
    const release = readFileSync(join(home, 'release'), 'utf8');
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
    return version ? [{ home: realpathSync(home), version, feature: featureOf(version) }] : [];
  } catch {
    return [];
  }
}

/** `17.0.15` -> 17; before Java 9 the feature was the second number, `1.8.0_402` -> 8. */
function featureOf(version: string): number {
  const [first, second] = version.split('.').map((part) => Number.parseInt(part, 10));
  return first === 1 ? (second ?? 1) : (first ?? 0);
}
