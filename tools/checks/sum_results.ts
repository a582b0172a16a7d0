import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL } from '../embedded_elasticsearch/local_folders';
import { FAILED, sum, tallyLine } from './tally';
import type { Tally } from './tally';

/** Prints the closing line over the runs named as arguments. A run that left no result has failed. */
function resultOf(name: string): Tally {
  try {
    return JSON.parse(readFileSync(join(LOCAL, 'results', `${name}.json`), 'utf8')) as Tally;
  } catch {
    return FAILED;
  }
}

console.log(tallyLine(sum(process.argv.slice(2).map(resultOf))));
