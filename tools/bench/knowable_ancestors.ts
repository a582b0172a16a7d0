import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';

/** Parent of each process, as the events 1 of a whole capture name it; written apart from the product's own code. */
export function parentsIn(starts: readonly SysmonEvent[]): ReadonlyMap<ProcessKey, ProcessKey> {
  const parents = new Map<ProcessKey, ProcessKey>();
  for (const { fields } of starts) {
    const [key, parent] = [processKey(fields.ProcessGuid), processKey(fields.ParentProcessGuid)];
    if (key !== undefined && parent !== undefined && parent !== key) parents.set(key, parent);
  }
  return parents;
}

/** Every ancestor that can be known, also one that only its child's event 1 names. */
export function knowableAncestors(
  key: ProcessKey,
  parents: ReadonlyMap<ProcessKey, ProcessKey>,
): Set<ProcessKey> {
  const ancestors = new Set<ProcessKey>();
  for (let at = parents.get(key); at !== undefined && !ancestors.has(at); at = parents.get(at))
    ancestors.add(at);
  return ancestors;
}
