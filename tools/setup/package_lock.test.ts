import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../embedded_elasticsearch/local_folders';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('package-lock.json', () => {
  it('has a version and a checksum for every package, and no address of a registry', () => {
    const incomplete = locked.filter(
      ([, { version, integrity, resolved }]) => !version || !integrity || resolved,
    );
    expect(incomplete.map(([path]) => path)).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  // npm leaves out an optional package that the registry of that day did not have; `npm ci` then refuses the lock.
  it('has every optional package, also those of other platforms', () => {
    const optional = locked.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
    expect(optional.filter((name) => !isLocked(name))).toEqual([]);
    expect(optional.length).toBeGreaterThan(0);
  });
});

function isLocked(name: string): boolean {
  return locked.some(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));
}
