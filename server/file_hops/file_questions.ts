import { FILE_EVENT_FIELDS, FILE_EVENT_IDS } from '../../common/file_hops/written_files';
import { and, eventIds, oneOf, or, type Predicate } from '../../common/predicate/predicate';
import type { TimeRange } from '../../common/remark';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { ReadEvents } from '../ports';
import { onHost } from '../shared_queries/about_process';
import type { Window } from '../shared_queries/lineage/window_questions';

/** More file events of a range are cut, and the answer says so. */
export const MAX_FILE_EVENTS = 200_000;
const MAX_LOADS = 50_000;
/** As many values as the store asks one by one; of more it reads all and checks them. */
export const MAX_VALUES = 200;

/** What was written and deleted on a host. */
export const fileEventsOf = ({ host, range }: Window): ReadEvents => ({
  kind: 'read',
  where: and(onHost(host), eventIds(...FILE_EVENT_IDS)),
  range,
  fields: FILE_EVENT_FIELDS,
  max: MAX_FILE_EVENTS,
});

/** The same for some paths. */
export const fileEventsAt = ({
  host,
  range,
  paths,
}: Window & { readonly paths: readonly string[] }): ReadEvents => ({
  ...fileEventsOf({ host, range }),
  where: and(onHost(host), eventIds(...FILE_EVENT_IDS), oneOf('TargetFilename', paths)),
});

export interface LoadsQuestion {
  readonly host: string;
  readonly range: TimeRange;
  readonly by: readonly ProcessKey[];
  readonly paths: readonly string[];
  /** `SHA256=..` and the like. */
  readonly hashes: readonly string[];
}

/** Libraries that some processes loaded, from paths or with contents that somebody wrote; of many paths rather all loads. */
export const loadsOf = ({ host, range, by, paths, hashes }: LoadsQuestion): ReadEvents => ({
  kind: 'read',
  where: and(
    onHost(host),
    eventIds(7),
    oneOf('ProcessGuid', by),
    paths.length + hashes.length > MAX_VALUES ? { kind: 'all' } : isWritten({ paths, hashes }),
  ),
  range,
  fields: ['ProcessGuid', 'ProcessId', 'Image', 'ImageLoaded', 'Hashes', 'User'],
  max: MAX_LOADS,
});

const isWritten = ({ paths, hashes }: Pick<LoadsQuestion, 'paths' | 'hashes'>): Predicate =>
  or(
    oneOf('ImageLoaded', paths),
    ...hashes.map((value) => ({ kind: 'contains', field: 'Hashes', value }) as const),
  );
