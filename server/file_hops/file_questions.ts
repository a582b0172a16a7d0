import { FILE_EVENT_FIELDS, FILE_EVENT_IDS } from '../../common/file_hops/written_files';
import { and, eventIds, oneOf, or } from '../../common/predicate/predicate';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { ReadEvents } from '../ports';
import { onHost } from '../shared_queries/about_process';
import type { Window } from '../shared_queries/lineage/window_questions';

/** More file events of a range are cut, and the answer says so. */
export const MAX_FILE_EVENTS = 200_000;
/** So with libraries; a tree that loaded more is the tree of a service host. */
const MAX_LOADS = 100_000;

/** What was written and deleted on a host. */
export const fileEventsOf = ({ host, range }: Window): ReadEvents => ({
  kind: 'read',
  where: and(onHost(host), eventIds(...FILE_EVENT_IDS)),
  range,
  fields: FILE_EVENT_FIELDS,
  max: MAX_FILE_EVENTS,
});

export interface PathsQuestion extends Window {
  readonly paths: readonly string[];
  /** Asked for files beside them that are named after them, as archives are: `C:\\d\\invoice` -> `C:\\d\\invoice.zip`. */
  readonly folders: readonly string[];
}

/** The same for some paths. Each costs the engine an automaton, some milliseconds. */
export const fileEventsAt = ({ host, range, paths, folders }: PathsQuestion): ReadEvents => ({
  ...fileEventsOf({ host, range }),
  where: and(
    onHost(host),
    eventIds(...FILE_EVENT_IDS),
    or(
      oneOf('TargetFilename', paths),
      ...folders.map((folder) => ({ kind: 'starts', field: 'TargetFilename', value: `${folder}.` }) as const),
    ),
  ),
});

export interface LoadsQuestion extends Window {
  readonly by: readonly ProcessKey[];
}

/** Libraries that some processes loaded. All of them: asking for the paths that somebody wrote takes ten times as long. */
export const loadsOf = ({ host, range, by }: LoadsQuestion): ReadEvents => ({
  kind: 'read',
  where: and(onHost(host), eventIds(7), oneOf('ProcessGuid', by)),
  range,
  fields: ['ProcessGuid', 'ProcessId', 'Image', 'ImageLoaded', 'Hashes', 'User'],
  max: MAX_LOADS,
});
