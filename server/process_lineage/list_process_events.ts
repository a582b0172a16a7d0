import type { EventsAnswer, processEventsRequest } from '../../common/api/events';
import { and, eventIds, or, type Predicate } from '../../common/predicate/predicate';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { z } from 'zod';
import type { EventStore } from '../ports';
import { actsIn, isTargetIn, onHost } from '../shared_queries/about_process';
import { listEvents } from '../shared_queries/list_events';

export type AskedProcessEvents = z.output<typeof processEventsRequest> & { readonly guid: string };

/** Every event of one process, each on exactly one page. Without `received` these are the events that its counts count. */
export async function listProcessEvents(store: EventStore, asked: AskedProcessEvents): Promise<EventsAnswer> {
  const key = processKey(asked.guid);
  if (key === undefined) {
    return { kind: 'invalid', problems: [`guid: ${JSON.stringify(asked.guid)} names no process.`] };
  }
  return listEvents(store, { ...asked, where: and(...conditions(key, asked)) });
}

function conditions(key: ProcessKey, { host, ids, text, received }: AskedProcessEvents): Predicate[] {
  const own = actsIn([key]);
  return [
    received === 'true' ? or(own, isTargetIn([key])) : own,
    ...(host === undefined ? [] : [onHost(host)]),
    ...(ids === undefined ? [] : [eventIds(...ids.split(',').map(Number))]),
    ...(text === undefined || text === '' ? [] : [{ kind: 'keyword', value: text } as const]),
  ];
}
