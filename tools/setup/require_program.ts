import { runProgram } from '../embedded_elasticsearch/run_program';
import { withProgress } from './progress';
import { findPackageManager, installCommand } from './system_packages';
import type { PackageManager, SystemProgram } from './system_packages';

export interface Requirement {
  readonly program: SystemProgram;
  /** What it is, as the sentence "... is missing" begins. */
  readonly label: string;
  readonly isThere: () => boolean;
}

/** How this machine can be changed; given as an argument so that tests need no root. */
export interface Machine {
  readonly is_root: boolean;
  readonly manager: PackageManager | undefined;
  readonly run: (program: string, args: readonly string[]) => Promise<void>;
}

export function thisMachine(): Machine {
  process.env.DEBIAN_FRONTEND ??= 'noninteractive'; // apt must not ask
  return { is_root: process.getuid?.() === 0, manager: findPackageManager(), run: runProgram };
}

/**
 * Sees to it that a program is there: installs it from the system's package manager as root.
 * @throws Error with the exact command to type, when it cannot
 */
export async function requireProgram(requirement: Requirement, machine: Machine): Promise<void> {
  const { program, label, isThere } = requirement;
  if (isThere()) return;
  const { manager, is_root } = machine;
  if (!manager)
    throw new Error(`${label} is missing, and no package manager that we know is here. Install it by hand.`);
  const advice = `${label} is missing. Install it with: ${installCommand(manager, program)}`;
  if (!is_root && manager.command !== 'brew') throw new Error(advice);
  const problems = await withProgress(`installing ${label} with ${manager.command}`, () =>
    installAny({ program, manager, machine }),
  );
  if (!isThere()) throw new Error([advice, ...problems].join('\n'));
}

/** Tries the names in order; lists of packages are refreshed first, since fresh containers have none. */
async function installAny(at: {
  program: SystemProgram;
  manager: PackageManager;
  machine: Machine;
}): Promise<string[]> {
  const { manager, machine, program } = at;
  const problems: string[] = [];
  const attempt = async (args: readonly string[]) => {
    try {
      await machine.run(manager.command, args);
      return true;
    } catch (error) {
      problems.push(String(error));
      return false;
    }
  };
  if (manager.refresh) await attempt(manager.refresh);
  for (const name of manager.packages[program]) {
    if (await attempt([...manager.install, name])) return [];
  }
  return problems;
}
