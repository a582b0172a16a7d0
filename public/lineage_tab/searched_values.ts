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

/** What can be searched for in a field of an event: its value, each of several hashes, or nothing. */
export function searchedValues(field: string, value: string): readonly string[] {
  if (HASHES.has(field)) return parseHashes(value).map((hash) => hash.value);
  return SEARCHED.has(field) && value !== '-' && value !== '' && value.length <= MAX_LENGTH ? [value] : [];
}
