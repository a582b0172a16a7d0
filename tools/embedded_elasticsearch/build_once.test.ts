import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from './build_once';

describe('buildOnce', () => {
  const root = mkdtempSync(join(tmpdir(), 'build-once-'));
  afterAll(() => rmSync(root, { recursive: true }));

  const folderWith = (text: string) => async (unfinished: string) => {
    await mkdir(unfinished);
    await writeFile(join(unfinished, 'file'), text);
  };

  it('builds what is missing, once', async () => {
    const target = join(root, 'deep', 'folder');
    await buildOnce(target, folderWith('first'));
    await buildOnce(target, folderWith('second'));
    expect(readFileSync(join(target, 'file'), 'utf8')).toBe('first');
  });

  it('shows nothing of a build that failed, so that the next one begins anew', async () => {
    const target = join(root, 'failing');
    const failing = buildOnce(target, async (unfinished) => {
      await folderWith('half')(unfinished);
      throw new Error('the line broke');
    });
    await expect(failing).rejects.toThrow('the line broke');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(root).filter((name) => name.startsWith('failing'))).toEqual([]);
  });

  it('is content when another process was faster', async () => {
    const target = join(root, 'raced');
    await buildOnce(target, async (unfinished) => {
      await folderWith('ours')(unfinished);
      await folderWith('theirs')(target);
    });
    expect(readFileSync(join(target, 'file'), 'utf8')).toBe('theirs');
    expect(readdirSync(root).filter((name) => name.startsWith('raced'))).toEqual(['raced']);
  });
});
