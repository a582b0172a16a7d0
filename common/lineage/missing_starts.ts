import { startOfGuid, type ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { gatherFacts } from './gather_facts';
import { linkParents } from './link_parents';
import { ancestorsOf, byStart } from './order_tree';

/** A ProcessGuid carries whole seconds. */
const GUID_PRECISION_MS = 1000;

/** Processes and all their ancestors whose event 1 is not among the events. */
export function missingStarts(wanted: Iterable<ProcessKey>, events: Iterable<SysmonEvent>): ProcessKey[] {
  const { facts } = gatherFacts(events);
  const { keys } = linkParents(wanted, { facts, order: byStart(facts) });
  return [...keys].filter((key) => !facts.get(key)?.created);
}

/**
 * The same for the lineage of one process: its own chain, and those active processes (with their chains) that may descend
 * from it, which is only possible when they began after it.
 */
export function missingStartsOfLineage(
  origin: ProcessKey,
  { active, events }: { active: Iterable<ProcessKey>; events: Iterable<SysmonEvent> },
): ProcessKey[] {
  const { facts } = gatherFacts(events);
  const { keys, parents } = linkParents([origin, ...active], { facts, order: byStart(facts) });
  const chain = new Set([origin, ...ancestorsOf(origin, parents)]);
  const born = facts.get(origin)?.created?.time.ms ?? startOfGuid(origin) ?? 0;
  const mayDescend = (key: ProcessKey) => (startOfGuid(key) ?? Infinity) >= born - GUID_PRECISION_MS;
  return [...keys].filter((key) => !facts.get(key)?.created && (chain.has(key) || mayDescend(key)));
}
