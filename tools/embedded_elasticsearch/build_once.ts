import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes `target` (file or folder) unless it exists. It is built beside and renamed, so that nobody ever sees half of
 * it and two processes may build at once: the first wins.
 */
export async function buildOnce(
  target: string,
  build: (unfinished: string) => Promise<void>,
): Promise<string> {
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}.unfinished`;
  await mkdir(dirname(target), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  try {
    await build(unfinished);
    await rename(unfinished, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return target;
}
