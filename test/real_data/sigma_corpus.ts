import { createReadStream, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { eventReader } from '../../common/field_schemas/read_event';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { readLogFile } from './read_log_file';
import { sharedFile } from './shared_data';

/** Rows of a table with a head; lines before it that begin with # are comments. */
export function readTable(...path: string[]): readonly Readonly<Record<string, string>>[] {
  const lines = readFileSync(sharedFile(...path), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [head = [], ...rows] = lines.map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

/** Texts of a .tar.gz by their paths. */
export async function readPacked(file: string, ending: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const entry of createReadStream(sharedFile('data', file)).pipe(createGunzip()).pipe(extract())) {
    if (entry.header.name.endsWith(ending))
      texts.set(entry.header.name, await textOf(entry as unknown as Readable));
    else entry.resume();
  }
  return texts;
}

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export interface RuleFile {
  readonly path: string;
  readonly id: string;
  /** Sysmon for Windows writes the rule's log source, by the index. */
  readonly isSysmon: boolean;
  readonly text: string;
}

/** SigmaHQ's rules in the order of their index. */
export async function readSigmaRules(): Promise<readonly RuleFile[]> {
  const texts = await readPacked('11_sigma_rules.tar.gz', '.yml');
  return readTable('data', '11_sigma_rules_index.tsv').map((row) => {
    const { path = '', id = '', sysmon } = row;
    return { path, id, isSysmon: sysmon === 'yes', text: texts.get(path) ?? '' };
  });
}

/** The Sysmon events of a file of real logs. */
export async function readSysmonEvents(file: string): Promise<readonly SysmonEvent[]> {
  const read = eventReader();
  const events: SysmonEvent[] = [];
  let line = 0;
  for await (const source of readLogFile(sharedFile('data', file))) {
    const found = read({ _index: file, _id: String(line++), _source: source });
    if (found.kind === 'event') events.push(found.event);
  }
  return events;
}
