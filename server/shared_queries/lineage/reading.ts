import type { Remark } from '../../../common/remark';
import type { SysmonEvent } from '../../../common/sysmon/sysmon_event';
import type { CountByField, EventStore, FieldCounts, FindEvents, FoundEvents, ReadEvents } from '../../ports';

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
  readonly apart?: readonly ReadApart[];
}

/** Events that do not go to the reading: many, and most of them say nothing about the tree. */
export interface ReadApart {
  readonly ask: ReadEvents;
  readonly into: SysmonEvent[];
}

/** Asks them; the events go to the reading, the counts come back in the order asked. */
export async function takeStep(
  store: EventStore,
  { find = [], count = [], apart = [], reading }: Step & { readonly reading: Reading },
): Promise<FieldCounts[]> {
  const questions = [...count, ...find, ...apart.map(({ ask }) => ask)];
  if (questions.length === 0) return [];
  const counts: FieldCounts[] = [];
  for (const [at, answer] of (await store.ask(questions)).entries()) {
    if ('counts' in answer) counts.push(answer);
    else keep(answer, apart[at - count.length - find.length]?.into ?? reading.events);
    reading.remarks.push(...answer.remarks, ...cutRemarks(answer));
  }
  return counts;
}

/** One by one: a call cannot take hundreds of thousands of arguments. */
function keep({ events }: FoundEvents, into: SysmonEvent[]): void {
  for (const event of events) into.push(event);
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
