import { parseHashes } from '../process_graph/panel/hash_list';

/** Fields whose value may occur in other events and on other hosts, and says something there. */
const SEARCHED: ReadonlySet<string> = new Set([
  'User',
  'ParentUser',
  'SourceUser',
  'TargetUser',
  'Image',
  'ParentImage',
  'SourceImage',
  'TargetImage',
  'ImageLoaded',
  'OriginalFileName',
  'TargetFilename',
  'ProcessGuid',
  'ParentProcessGuid',
  'SourceProcessGuid',
  'SourceProcessGUID',
  'TargetProcessGuid',
  'TargetProcessGUID',
  'SourceIp',
  'SourceHostname',
  'DestinationIp',
  'DestinationHostname',
  'QueryName',
  'TargetObject',
  'PipeName',
]);

const HASHES: ReadonlySet<string> = new Set(['Hashes', 'Hash', 'ConfigurationFileHash']);

/** A link must stay short enough for every browser. */
const MAX_LENGTH = 1_000;

/** A part of a value as it is shown, and what can be searched for in it. */
export interface SearchedPart {
  readonly text: string;
  readonly search?: string;
}

/** A field's value, several hashes one by one. The texts are the whole value, whatever it is. */
export function searchedParts(field: string, value: string): readonly SearchedPart[] {
  if (HASHES.has(field)) return [...new Set(value.split(','))].map(hashPart);
  const isSearched = SEARCHED.has(field) && value !== '-' && value !== '' && value.length <= MAX_LENGTH;
  return [isSearched ? { text: value, search: value } : { text: value }];
}

function hashPart(text: string): SearchedPart {
  const [hash] = parseHashes(text);
  return hash ? { text, search: hash.value } : { text };
}
