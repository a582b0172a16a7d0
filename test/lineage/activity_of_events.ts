import { countByField } from '../../common/event_questions/count_events';
import { tallyActivity, type ProcessActivity } from '../../common/lineage/tally_activity';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';

/** What each process did in these events, counted as the store counts. */
export const activityOfEvents = (events: readonly SysmonEvent[]): ReadonlyMap<string, ProcessActivity> =>
  tallyActivity(countByField(events, { field: 'Actor', max: Infinity })).processes;
