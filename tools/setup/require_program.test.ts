import { installCommand, PACKAGE_MANAGERS } from './system_packages';
import type { PackageManager } from './system_packages';
import { requireProgram } from './require_program';
import type { Machine } from './require_program';

const APT = managerNamed('apt-get');

function managerNamed(name: string): PackageManager {
  const found = PACKAGE_MANAGERS.find(({ command }) => command === name);
  if (!found) throw new Error(`no package manager ${name}`);
  return found;
}

/** A machine whose package manager knows only `offered`; it notes what it was told to do. */
function machine({ offered, ...rest }: { offered: string[] } & Partial<Machine>) {
  const commands: string[] = [];
  const installed = new Set<string>();
  const run = (program: string, args: readonly string[]) => {
    commands.push([program, ...args].join(' '));
    const name = args.at(-1) ?? '';
    if (!args.includes('install')) return Promise.resolve();
    if (!offered.includes(name)) return Promise.reject(new Error(`Unable to locate package ${name}`));
    installed.add(name);
    return Promise.resolve();
  };
  const at: Machine = { is_root: true, manager: APT, run, ...rest };
  return { at, commands, isThere: () => installed.size > 0 };
}

const need = (isThere: () => boolean) => ({ program: 'jdk' as const, label: 'A JDK >= 17', isThere });

describe('requireProgram', () => {
  beforeEach(() => jest.spyOn(console, 'log').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  it('leaves a machine alone that has the program', async () => {
    const { at, commands } = machine({ offered: [] });
    await requireProgram(
      need(() => true),
      at,
    );
    expect(commands).toEqual([]);
  });

  it('refreshes the list and tries the names of the package in order', async () => {
    const { at, commands, isThere } = machine({ offered: ['openjdk-21-jdk-headless'] });
    await requireProgram(need(isThere), at);
    expect(commands).toEqual([
      'apt-get update -q',
      'apt-get install -y -q --no-install-recommends openjdk-17-jdk-headless',
      'apt-get install -y -q --no-install-recommends openjdk-21-jdk-headless',
    ]);
  });

  it('tells an ordinary user the exact command and runs none', async () => {
    const { at, commands, isThere } = machine({ offered: ['openjdk-17-jdk-headless'], is_root: false });
    await expect(requireProgram(need(isThere), at)).rejects.toThrow(
      'A JDK >= 17 is missing. Install it with: sudo apt-get install -y -q --no-install-recommends openjdk-17-jdk-headless',
    );
    expect(commands).toEqual([]);
  });

  it('tells what the package manager said when nothing could be installed', async () => {
    const { at, isThere } = machine({ offered: [] });
    await expect(requireProgram(need(isThere), at)).rejects.toThrow(
      'Unable to locate package default-jdk-headless',
    );
  });

  it('says so where no package manager is known', async () => {
    const { at, isThere } = machine({ offered: [], manager: undefined });
    await expect(requireProgram(need(isThere), at)).rejects.toThrow('no package manager that we know');
  });
});

test.each(PACKAGE_MANAGERS)('$command has a command for each program', (manager) => {
  for (const program of ['jdk', 'maven', 'chromium'] as const) {
    expect(installCommand(manager, program)).toMatch(new RegExp(`^(sudo )?${manager.command} .*\\w$`));
    expect(manager.packages[program].length).toBeGreaterThan(0);
  }
});
