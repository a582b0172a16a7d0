import type { Account } from '../build/account';
import type { SeededRandom } from '../build/seeded_random';
import type { WorldHost } from '../build/world_host';
import type { ProcessStart, WorldProcess } from '../build/world_process';
import type { BootTree } from './boot_tree';

/** What an activity finds on its host. */
export interface Scene {
  readonly host: WorldHost;
  readonly tree: BootTree;
  readonly account: Account;
  readonly random: SeededRandom;
  /** `C:\Users\name`. */
  readonly home: string;
  /** HKU key of the user. */
  readonly hku: string;
}

/** Something ordinary that happens at `at`, again and again. */
export interface Activity {
  readonly name: string;
  /** How often, relative to the others. */
  readonly weight: number;
  run(scene: Scene, at: number): void;
}

export const SYSTEM32 = 'C:\\Windows\\System32';
const LIBRARIES: readonly [string, ...string[]] = [
  'kernel32.dll',
  'KernelBase.dll',
  'user32.dll',
  'advapi32.dll',
  'rpcrt4.dll',
  'combase.dll',
  'ws2_32.dll',
  'winhttp.dll',
  'crypt32.dll',
  'wbemcomn.dll',
];

/** A program with the noise that every start makes: library loads (the first before its own event 1), handles, its end. */
export function runProgram(
  scene: Scene,
  { from, lasts, ...start }: Omit<ProcessStart, 'parent'> & { from: WorldProcess; lasts: number },
): WorldProcess {
  const { random, tree } = scene;
  const process = from.child(start);
  process.loads({ at: start.at - random.between(3, 45), file: `${SYSTEM32}\\ntdll.dll` });
  for (let i = random.between(1, 4); i > 0; i -= 1)
    process.loads({ at: start.at + random.between(5, 300), file: `${SYSTEM32}\\${random.pick(LIBRARIES)}` });
  from.opens(process, { at: start.at - random.between(0, 12), access: '0x1fffff' });
  tree.csrss.opens(process, { at: start.at + random.between(1, 9), access: '0x1fffff' });
  if (random.chance(0.4))
    tree.defender.opens(process, { at: start.at + random.between(10, 60), access: '0x1000' });
  return process.ends(start.at + lasts);
}
