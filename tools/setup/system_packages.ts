import { findProgram } from '../embedded_elasticsearch/find_program';

export type SystemProgram = 'jdk' | 'maven' | 'chromium';

export interface PackageManager {
  readonly command: string;
  /** Refreshes the list of packages, where that is a step of its own. */
  readonly refresh?: readonly string[];
  readonly install: readonly string[];
  /** Names to try in order: releases of one system differ. */
  readonly packages: Readonly<Record<SystemProgram, readonly string[]>>;
}

export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    command: 'apt-get',
    refresh: ['update', '-q'],
    install: ['install', '-y', '-q', '--no-install-recommends'],
    packages: {
      jdk: ['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless', 'default-jdk-headless'],
      maven: ['maven'],
      chromium: ['chromium', 'chromium-browser'],
    },
  },
  {
    command: 'dnf',
    install: ['install', '-y', '-q'],
    packages: {
      jdk: ['java-17-openjdk-devel', 'java-21-openjdk-devel', 'java-latest-openjdk-devel'],
      maven: ['maven'],
      chromium: ['chromium'],
    },
  },
  {
    command: 'zypper',
    install: ['--non-interactive', 'install'],
    packages: {
      jdk: ['java-17-openjdk-devel', 'java-21-openjdk-devel'],
      maven: ['maven'],
      chromium: ['chromium'],
    },
  },
  {
    command: 'pacman',
    install: ['-Sy', '--noconfirm', '--needed'],
    packages: { jdk: ['jdk17-openjdk', 'jdk-openjdk'], maven: ['maven'], chromium: ['chromium'] },
  },
  {
    command: 'brew',
    install: ['install'],
    packages: { jdk: ['openjdk@17'], maven: ['maven'], chromium: ['chromium'] },
  },
];

export function findPackageManager(): PackageManager | undefined {
  return PACKAGE_MANAGERS.find(({ command }) => findProgram(command));
}

/** The command that a person types to get the program; `sudo` is left to brew's users to omit. */
export function installCommand(manager: PackageManager, program: SystemProgram): string {
  const sudo = manager.command === 'brew' ? '' : 'sudo ';
  return `${sudo}${[manager.command, ...manager.install, manager.packages[program][0]].join(' ')}`;
}
