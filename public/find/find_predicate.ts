import { or, type Predicate } from '../../common/predicate/predicate';
import type { QuestionField } from '../../common/sysmon/fields';
import type { FindType } from './detect_type';

type Kind = 'equals' | 'contains' | 'starts' | 'cidr';

const all =
  (kind: Kind, ...fields: QuestionField[]) =>
  (value: string): Predicate[] =>
    fields.map((field) => ({ kind, field, value }));

const GUIDS = all(
  'equals',
  'ProcessGuid',
  'ParentProcessGuid',
  'SourceProcessGuid',
  'SourceProcessGUID',
  'TargetProcessGuid',
  'TargetProcessGUID',
);
const FILES = all(
  'contains',
  'Image',
  'ParentImage',
  'SourceImage',
  'TargetImage',
  'ImageLoaded',
  'TargetFilename',
  'OriginalFileName',
  'CommandLine',
  'ParentCommandLine',
);
const HASH_BY_LENGTH: Readonly<Record<number, readonly QuestionField[]>> = {
  32: ['MD5', 'IMPHASH'],
  40: ['SHA1'],
  64: ['SHA256'],
};

/** All keys that a value of this type fits; an event matches when one of them does. */
const CONDITIONS: Readonly<Record<FindType, (value: string) => Predicate[]>> = {
  guid: GUIDS,
  hash: (value) => all('equals', ...(HASH_BY_LENGTH[value.length] ?? []))(value),
  ip: (value) => [
    ...all('equals', 'SourceIp', 'DestinationIp')(value),
    ...all('contains', 'QueryResults', 'CommandLine')(value),
  ],
  cidr: all('cidr', 'SourceIp', 'DestinationIp'),
  registry: all('contains', 'TargetObject', 'NewName', 'CommandLine'),
  path: (value) => [...FILES(value), ...all('contains', 'PipeName', 'CurrentDirectory')(value)],
  file: FILES,
  name: (value) => [
    ...all(
      'contains',
      'QueryName',
      'QueryResults',
      'DestinationHostname',
      'SourceHostname',
      'CommandLine',
      'Image',
      'TargetFilename',
    )(value),
    ...all('starts', 'Computer')(value),
  ],
  text: (value) => [{ kind: 'keyword', value }],
};

export interface FindQuestion {
  readonly type: FindType;
  /** Cleaned; empty = every event. */
  readonly value: string;
  readonly hosts: readonly string[];
}

/** A find question as conditions over Sysmon's fields. */
export function findPredicate({ type, value, hosts }: FindQuestion): Predicate {
  const matches: Predicate = value === '' ? { kind: 'all' } : or(...CONDITIONS[type](value));
  if (hosts.length === 0) return matches;
  const onHosts: Predicate = { kind: 'in', field: 'Computer', values: hosts };
  return value === '' ? onHosts : { kind: 'and', of: [onHosts, matches] };
}
