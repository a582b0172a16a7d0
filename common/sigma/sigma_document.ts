import type { LogSource } from './log_sources';
import { quoted } from './problem';
import type { Position, Problems } from './problem';
import { textAt, textsAt, valueAt } from './read_tree';
import type { YamlDocument, YamlMap } from './yaml_tree';

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;
export type Level = (typeof LEVELS)[number];
export type Status = (typeof STATUSES)[number];

/** What every kind of Sigma document says about itself. Texts are as written, for reading by people. */
export interface DocumentHead {
  readonly id?: string;
  readonly name?: string;
  readonly title: string;
  readonly level?: Level;
  readonly status?: Status;
  readonly description?: string;
  readonly author?: string;
  readonly licence?: string;
  readonly date?: string;
  readonly modified?: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly falsePositives: readonly string[];
  /** The document, letter by letter. */
  readonly text: string;
}

/** A document split by its kind, not compiled yet. */
export interface SigmaDocument {
  readonly kind: 'rule' | 'correlation' | 'filter';
  readonly head: DocumentHead;
  readonly map: YamlMap;
  readonly problems: Problems;
}

export function readSigmaDocument({ root, text, problems }: YamlDocument): SigmaDocument {
  const map: YamlMap = root.kind === 'map' ? root : { kind: 'map', position: root.position, entries: [] };
  if (root.kind !== 'map') problems.error(root.position, 'A Sigma document is a map.');
  refuseOldForms(map, problems);
  return { kind: kindOf(map), head: readHead({ map, text, problems }), map, problems };
}

function kindOf(map: YamlMap): SigmaDocument['kind'] {
  if (valueAt(map, 'correlation')) return 'correlation';
  return valueAt(map, 'filter') ? 'filter' : 'rule';
}

function refuseOldForms(map: YamlMap, problems: Problems): void {
  const action = valueAt(map, 'action');
  if (action)
    problems.error(
      action.position,
      'Documents with "action" were removed from Sigma; write every rule in full.',
    );
  const taxonomy = valueAt(map, 'taxonomy');
  if (taxonomy && textAt(map, 'taxonomy') !== 'sigma')
    problems.error(taxonomy.position, 'Only field names of the taxonomy "sigma" are known.');
}

function readHead({ map, text, problems }: { map: YamlMap; text: string; problems: Problems }): DocumentHead {
  const title = textAt(map, 'title');
  if (title === undefined) problems.error(map.position, 'The document needs a "title".');
  return {
    id: textAt(map, 'id'),
    name: textAt(map, 'name'),
    title: title ?? '',
    level: oneOf(map, { key: 'level', words: LEVELS, problems }),
    status: oneOf(map, { key: 'status', words: STATUSES, problems }),
    description: textAt(map, 'description'),
    author: textAt(map, 'author'),
    licence: textAt(map, 'license'),
    date: textAt(map, 'date'),
    modified: textAt(map, 'modified'),
    tags: textsAt(map, 'tags'),
    references: textsAt(map, 'references'),
    falsePositives: textsAt(map, 'falsepositives'),
    text,
  };
}

interface Words<W extends string> {
  readonly key: string;
  readonly words: readonly W[];
  readonly problems: Problems;
}

function oneOf<W extends string>(map: YamlMap, { key, words, problems }: Words<W>): W | undefined {
  const node = valueAt(map, key);
  const text = textAt(map, key);
  const word = words.find((one) => one === text);
  if (node && word === undefined)
    problems.warn(
      node.position,
      `The ${key} is one of ${words.join(', ')}, not ${quoted(text ?? node.kind)}.`,
    );
  return word;
}

const LOG_SOURCE_KEYS: ReadonlySet<string> = new Set(['category', 'product', 'service', 'definition']);

export function readLogSource(map: YamlMap, problems: Problems): LogSource | undefined {
  const node = valueAt(map, 'logsource');
  if (node?.kind !== 'map') {
    problems.error(node?.position ?? map.position, 'The document needs a map under "logsource".');
    return undefined;
  }
  for (const { key, position } of node.entries)
    if (!LOG_SOURCE_KEYS.has(key)) problems.warn(position, `A log source has no ${quoted(key)}.`);
  return logSourceOf(node);
}

function logSourceOf(node: YamlMap): LogSource {
  const part = (key: string) => textAt(node, key)?.toLowerCase();
  return { category: part('category'), product: part('product'), service: part('service') };
}

/** Where the sentence about a whole part of a document points. */
export const placeOf = (map: YamlMap, key: string): Position =>
  map.entries.find((entry) => entry.key === key)?.position ?? map.position;
