import { join } from 'node:path';

export const REPOSITORY = join(__dirname, '..', '..');

/** Everything fetched, compiled or written at run time lies below this git-ignored folder. */
export const LOCAL = join(REPOSITORY, '.local');

/** One folder per running engine, named `<pid of its owner>-<random>`. */
export const ENGINE_HOMES = join(LOCAL, 'engines');
