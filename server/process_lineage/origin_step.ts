import { and, eventIds, oneOf, type Predicate } from '../../common/predicate/predicate';
import type { TimeRange } from '../../common/remark';
import { startOfGuid, type ProcessKey } from '../../common/sysmon/process_guid';
import type { FindEvents } from '../ports';
import { actsIn, isParentIn, isTargetIn, names, onHost } from '../shared_queries/about_process';
import { END_OF_TIME } from '../shared_queries/far_times';
import { NODE_FIELDS, TRACE_FIELDS } from './node_fields';
import type { Step } from './reading';

const DAY_MS = 86_400_000;
/** Exact duplicates of a line occur, thousands of them do not. */
const MAX_STARTS_AND_ENDS = 1000;
const MAX_HOSTS = 1000;

export interface Origin {
  readonly key: ProcessKey;
  /** Absent = on any host. */
  readonly host?: string;
  readonly range?: TimeRange;
}

/**
 * On which hosts a process is named (the one count), its start and end whenever they were, and the first event of each sort that
 * describes it where its own start was not recorded.
 */
export function originStep({ key, host, range }: Origin): Required<Step> {
  const here = (where: Predicate): Predicate => (host === undefined ? where : and(onHost(host), where));
  const first = (where: Predicate, fields: FindEvents['fields']): FindEvents => ({
    kind: 'find',
    where: here(where),
    range,
    fields,
    sort: 'oldest',
    limit: 1,
  });
  return {
    count: [{ kind: 'count_by', where: here(names(key)), range, field: 'Computer', max: MAX_HOSTS }],
    find: [
      { kind: 'read', where: here(startOrEnd(key)), range, fields: NODE_FIELDS, max: MAX_STARTS_AND_ENDS },
      first(isParentIn([key]), NODE_FIELDS),
      first(actsIn([key]), TRACE_FIELDS),
      first(isTargetIn([key]), TRACE_FIELDS),
    ],
  };
}

const startOrEnd = (key: ProcessKey): Predicate => and(eventIds(1, 5), oneOf('ProcessGuid', [key]));

/** The GUID tells when the process began, so that older shards need not be asked. */
export function sinceStart(key: ProcessKey): TimeRange | undefined {
  const start = startOfGuid(key);
  return start === undefined ? undefined : { from: start - DAY_MS, to: END_OF_TIME };
}
