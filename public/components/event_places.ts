import { processKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { Place } from '../app_context';

const HOUR_MS = 3_600_000;

/** The range of one hour before and after an event, by event time. */
const hourAround = (ms: number): { from: string; to: string } => ({
  from: new Date(ms - HOUR_MS).toISOString(),
  to: new Date(ms + HOUR_MS).toISOString(),
});

export const actorKey = ({ fields }: SysmonEvent): string | undefined =>
  processKey(fields.ProcessGuid) ??
  processKey(fields.SourceProcessGuid) ??
  processKey(fields.SourceProcessGUID);

/** The graph of the acting process; without a GUID the document says where to look. */
export function graphOfEvent(event: SysmonEvent): Place {
  const { ref, host } = event;
  const guid = actorKey(event);
  return {
    path: '/graph',
    state: guid ? { guid, host: [host], ix: ref.index } : { ix: ref.index, id: ref.id },
  };
}

export const hourTable = ({ host, time, ref }: SysmonEvent): Place => ({
  path: '/find',
  state: { host: [host], sort: 'oldest', ev: ref, ...hourAround(time.ms) },
});

export function hourGraph(event: SysmonEvent): Place {
  const guid = actorKey(event);
  return {
    path: '/graph',
    state: { host: [event.host], ...hourAround(event.time.ms), ...(guid && { sel: guid }) },
  };
}
