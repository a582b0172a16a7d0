import type { ProcessKey } from '../../../common/sysmon/process_guid';
import type { EventStore, FieldCounts } from '../../ports';
import { hostsNaming, ownEvents, sinceStart, traces, type Origin } from './origin_questions';
import { takeStep, type Reading, type Step } from './reading';

export interface HostEvents {
  readonly host: string;
  readonly events: number;
}

/**
 * What is known about a process at any time, and the hosts that name it, busiest first. Its GUID bounds the search; a clock that
 * was set back later can put all its events before that, so an empty answer is asked for again without the bound.
 */
export async function readOrigin(
  store: EventStore,
  { key, host, reading }: { key: ProcessKey; host: string | undefined; reading: Reading },
): Promise<HostEvents[]> {
  const range = sinceStart(key);
  const [counts] = await takeStep(store, { ...everythingOf({ key, host, range }), reading });
  if (!counts || counts.counts.length > 0 || range === undefined) return hostsOf(counts);
  const [at_any_time] = await takeStep(store, { ...everythingOf({ key, host }), reading });
  return hostsOf(at_any_time);
}

const everythingOf = (origin: Origin): Step => ({
  count: [hostsNaming(origin)],
  find: [ownEvents(origin), ...traces(origin)],
});

/** One entry a host, whatever case its name was recorded in. */
function hostsOf(answer: FieldCounts | undefined): HostEvents[] {
  const hosts = new Map<string, HostEvents>();
  for (const { value, total } of answer?.counts ?? []) {
    const known = hosts.get(value.toLowerCase());
    hosts.set(value.toLowerCase(), { host: known?.host ?? value, events: total + (known?.events ?? 0) });
  }
  return [...hosts.values()].sort((a, b) => b.events - a.events || (a.host < b.host ? -1 : 1));
}
