import { and, eventIds } from '../../../common/predicate/predicate';
import type { TimeRange } from '../../../common/remark';
import type { CountByField, ReadEvents } from '../../ports';
import { onHost } from '../about_process';
import { NODE_FIELDS } from './node_fields';

/** More starts and ends than this are cut, and the answer says so. */
export const MAX_PROCESS_EVENTS = 400_000;
const MAX_PROCESSES = 400_000;

export interface Window {
  readonly host: string;
  readonly range: TimeRange;
}

/** Starts and ends of all processes of a host and range. */
export const processEventsOf = ({ host, range }: Window): ReadEvents => ({
  kind: 'read',
  where: and(onHost(host), eventIds(1, 5)),
  range,
  fields: NODE_FIELDS,
  max: MAX_PROCESS_EVENTS,
});

/** What each process of a host did in a range. */
export const activityOf = ({ host, range }: Window): CountByField => ({
  kind: 'count_by',
  where: onHost(host),
  range,
  field: 'Actor',
  max: MAX_PROCESSES,
});
