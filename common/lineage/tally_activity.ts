import type { ActivityCounts } from '../api/lineage';
import { eventKind } from '../sysmon/event_kinds';
import { processKey, type ProcessKey } from '../sysmon/process_guid';

/** Events by the GUID of the acting process, as the store counts them. */
export interface ActorCounts {
  readonly counts: readonly {
    readonly value: string;
    readonly events: ActivityCounts;
    readonly first?: number;
    readonly last?: number;
  }[];
  /** Events that name no acting process, per event id. */
  readonly without: ActivityCounts;
}

export interface ProcessActivity {
  readonly counts: ActivityCounts;
  readonly first?: number;
  readonly last?: number;
}

export interface ActivityTally {
  readonly processes: ReadonlyMap<ProcessKey, ProcessActivity>;
  readonly hostEvents: ActivityCounts;
  readonly noProcess: ActivityCounts;
}

/** Every counted event goes to exactly one place: its process, "host events" or "no process". */
export function tallyActivity({ counts, without }: ActorCounts): ActivityTally {
  const processes = new Map<ProcessKey, ProcessActivity>();
  const hostEvents: Record<number, number> = {};
  const noProcess: Record<number, number> = {};
  const addNameless = (events: ActivityCounts) => {
    for (const [id, count] of Object.entries(events)) {
      addTo(eventKind(Number(id))?.actor ? noProcess : hostEvents, Number(id), count);
    }
  };
  for (const { value, events, first, last } of counts) {
    const key = processKey(value);
    if (key === undefined) addNameless(events);
    else processes.set(key, merge({ counts: events, first, last }, processes.get(key)));
  }
  addNameless(without);
  return { processes, hostEvents, noProcess };
}

/** How many events a set of counts has. */
export const sumOf = (counts: ActivityCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

function merge(a: ProcessActivity, b: ProcessActivity | undefined): ProcessActivity {
  if (!b) return a;
  const counts: Record<number, number> = { ...a.counts };
  for (const [id, count] of Object.entries(b.counts)) addTo(counts, Number(id), count);
  return {
    counts,
    first: outermost(Math.min, [a.first, b.first]),
    last: outermost(Math.max, [a.last, b.last]),
  };
}

function outermost(
  choose: (...values: number[]) => number,
  values: readonly (number | undefined)[],
): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? choose(...known) : undefined;
}

function addTo(counts: Record<number, number>, id: number, count: number): void {
  counts[id] = (counts[id] ?? 0) + count;
}
