import type { ProcessKey } from '../sysmon/process_guid';
import { compareEvents, type SysmonEvent } from '../sysmon/sysmon_event';
import { actorOf, parentOf, targetOf } from './named_processes';

/** What the events tell about one process: of each sort the earliest event. */
export interface ProcessFacts {
  /** Its event 1. */
  created?: SysmonEvent;
  /** Its event 5. */
  ended?: SysmonEvent;
  /** Event 1 of a child, which describes its parent. */
  child?: SysmonEvent;
  /** Any other event in which it acts. */
  activity?: SysmonEvent;
  /** An event 8 or 10 done to it. */
  target?: SysmonEvent;
}

export interface GatheredFacts {
  readonly facts: ReadonlyMap<ProcessKey, ProcessFacts>;
  /** Events 1 and 5 beyond the first of their process: shippers deliver some lines twice. */
  readonly duplicates: number;
  /** The largest distance between event time and @timestamp. */
  readonly max_clock_difference_ms: number;
}

const ACTOR_FACT: Readonly<Record<number, 'created' | 'ended'>> = { 1: 'created', 5: 'ended' };

/** Events of one host in any order -> what is known about each process that they name. One event counts once, by address. */
export function gatherFacts(events: Iterable<SysmonEvent>): GatheredFacts {
  const facts = new Map<ProcessKey, ProcessFacts>();
  const seen = new Set<string>();
  let duplicates = 0;
  let max_clock_difference_ms = 0;
  for (const event of events) {
    const address = `${event.ref.index}\n${event.ref.id}`;
    if (seen.has(address)) continue;
    seen.add(address);
    duplicates += addActor(facts, event);
    keepEarliest({ facts, key: parentOf(event), sort: 'child', event });
    keepEarliest({ facts, key: targetOf(event), sort: 'target', event });
    max_clock_difference_ms = Math.max(max_clock_difference_ms, clockDifference(event));
  }
  return { facts, duplicates, max_clock_difference_ms };
}

/** 1 when the process had such an event 1 or 5 already. */
function addActor(facts: Map<ProcessKey, ProcessFacts>, event: SysmonEvent): 0 | 1 {
  const sort = ACTOR_FACT[event.eventId] ?? 'activity';
  const repeated = keepEarliest({ facts, key: actorOf(event), sort, event });
  return repeated && sort !== 'activity' ? 1 : 0;
}

interface Fact {
  readonly facts: Map<ProcessKey, ProcessFacts>;
  readonly key: ProcessKey | undefined;
  readonly sort: keyof ProcessFacts;
  readonly event: SysmonEvent;
}

/** Whether there was one before. */
function keepEarliest({ facts, key, sort, event }: Fact): boolean {
  if (key === undefined) return false;
  const known = facts.get(key) ?? {};
  facts.set(key, known);
  const before = known[sort];
  if (!before || compareEvents(event, before) < 0) known[sort] = event;
  return before !== undefined;
}

const clockDifference = ({ time }: SysmonEvent): number =>
  time.timestamp === undefined ? 0 : Math.abs(time.timestamp - time.ms);
