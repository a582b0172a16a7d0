import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newEngineHome, removeEngineHome } from './engine_homes';
import { ENGINE_HOMES } from './local_folders';

describe('engine homes', () => {
  it('are one for each engine, named after the process that owns it', () => {
    const homes = [newEngineHome(), newEngineHome()];
    expect(new Set(homes).size).toBe(2);
    homes.forEach((home) => expect(basename(home)).toMatch(new RegExp(`^${process.pid}-`)));
    homes.forEach(removeEngineHome);
    expect(homes.filter(existsSync)).toEqual([]);
  });

  it('of a dead process are removed by the next start, those of a living one are not', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const dead = join(ENGINE_HOMES, `${pid}-abandoned`);
    mkdirSync(join(dead, 'data'), { recursive: true });
    const living = newEngineHome();
    removeEngineHome(newEngineHome());
    expect({ dead: existsSync(dead), living: existsSync(living) }).toEqual({ dead: false, living: true });
    removeEngineHome(living);
  });
});
