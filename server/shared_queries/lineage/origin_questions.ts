import { and, type Predicate } from '../../../common/predicate/predicate';
import type { TimeRange } from '../../../common/remark';
import { startOfGuid, type ProcessKey } from '../../../common/sysmon/process_guid';
import type { CountByField, FindEvents, ReadEvents } from '../../ports';
import { actsIn, isParentIn, isTargetIn, names, onHost, startsAndEndsOf } from '../about_process';
import { END_OF_TIME } from '../far_times';
import { NODE_FIELDS, TRACE_FIELDS } from './node_fields';

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

/** Start and end of a process, whenever they were. */
export const ownEvents = (origin: Origin): ReadEvents => ({
  kind: 'read',
  where: here(startsAndEndsOf([origin.key]), origin),
  range: origin.range,
  fields: NODE_FIELDS,
  max: MAX_STARTS_AND_ENDS,
});

/** On which hosts a process is named. */
export const hostsNaming = (origin: Origin): CountByField => ({
  kind: 'count_by',
  where: here(names(origin.key), origin),
  range: origin.range,
  field: 'Computer',
  max: MAX_HOSTS,
});

/** The first event of each sort that describes a process whose own start was not recorded. */
export function traces(origin: Origin): readonly FindEvents[] {
  const { key, range } = origin;
  const first = (where: Predicate, fields: FindEvents['fields']): FindEvents => ({
    kind: 'find',
    where: here(where, origin),
    range,
    fields,
    sort: 'oldest',
    limit: 1,
  });
  return [
    first(isParentIn([key]), NODE_FIELDS),
    first(actsIn([key]), TRACE_FIELDS),
    first(isTargetIn([key]), TRACE_FIELDS),
  ];
}

const here = (where: Predicate, { host }: Origin): Predicate =>
  host === undefined ? where : and(onHost(host), where);

/** The GUID tells when the process began, so that older shards need not be asked. */
export function sinceStart(key: ProcessKey): TimeRange | undefined {
  const start = startOfGuid(key);
  return start === undefined ? undefined : { from: start - DAY_MS, to: END_OF_TIME };
}
