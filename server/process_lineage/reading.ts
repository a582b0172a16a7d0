import type { Remark } from '../../common/remark';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { CountByField, EventStore, FieldCounts, FindEvents, FoundEvents, ReadEvents } from '../ports';

/** What an investigation has read so far. It only grows: later steps build on what earlier ones found. */
export interface Reading {
  readonly events: SysmonEvent[];
  readonly remarks: Remark[];
}

export const newReading = (event?: SysmonEvent): Reading => ({ events: event ? [event] : [], remarks: [] });

/** Questions that go out together, in one request. */
export interface Step {
  readonly find?: readonly (FindEvents | ReadEvents)[];
  readonly count?: readonly CountByField[];
}

/** Asks them; the events go to the reading, the counts come back in the order asked. */
export async function takeStep(
  store: EventStore,
  { find = [], count = [], reading }: Step & { readonly reading: Reading },
): Promise<FieldCounts[]> {
  if (find.length + count.length === 0) return [];
  const counts: FieldCounts[] = [];
  for (const answer of await store.ask([...count, ...find])) {
    if ('counts' in answer) counts.push(answer);
    else for (const event of answer.events) reading.events.push(event);
    reading.remarks.push(...answer.remarks, ...cutRemarks(answer));
  }
  return counts;
}

/** Events that were to be read completely, but were more than the most that is read. */
function cutRemarks(answer: FieldCounts | FoundEvents): Remark[] {
  if ('counts' in answer) {
    const { counts, complete } = answer;
    return complete
      ? []
      : [{ kind: 'cut', what: 'processes', shown: counts.length, total: counts.length + 1 }];
  }
  return [];
}
