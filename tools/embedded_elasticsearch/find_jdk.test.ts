import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJdk, findJdks, readJdk } from './find_jdk';

describe('readJdk', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'jdks-')));
  afterAll(() => rmSync(root, { recursive: true }));

  function install(
    name: string,
    { release, programs = ['java', 'javac'] }: { release?: string; programs?: string[] },
  ) {
    const home = join(root, name);
    mkdirSync(join(home, 'bin'), { recursive: true });
    for (const program of programs) {
      writeFileSync(join(home, 'bin', program), '');
      chmodSync(join(home, 'bin', program), 0o755);
    }
    if (release !== undefined) writeFileSync(join(home, 'release'), release);
    return home;
  }

  it.each([
    { version: '17.0.15', feature: 17 },
    { version: '25', feature: 25 },
    { version: '26-ea', feature: 26 },
    { version: '1.8.0_402', feature: 8 },
  ])('reads $version as Java $feature', ({ version, feature }) => {
    const home = install(version, { release: `IMPLEMENTOR="Someone"\nJAVA_VERSION="${version}"\n` });
    expect(readJdk(home)).toEqual([{ home, version, feature }]);
  });

  it('passes over a runtime without compiler, a folder without release file, and no folder at all', () => {
    expect(readJdk(install('jre', { release: 'JAVA_VERSION="21.0.1"\n', programs: ['java'] }))).toEqual([]);
    expect(readJdk(install('bare', {}))).toEqual([]);
    expect(readJdk(join(root, 'absent'))).toEqual([]);
  });
});

test('JDKs of this machine come oldest first, and findJdk takes the oldest that is new enough', () => {
  const features = findJdks().map(({ feature }) => feature);
  expect(features).toEqual([...features].sort((a, b) => a - b));
  expect(findJdk(17)?.feature).toBe(features.find((feature) => feature >= 17));
  expect(findJdk(1000)).toBeUndefined();
});
