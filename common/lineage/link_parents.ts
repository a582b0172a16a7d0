import type { ProcessKey } from '../sysmon/process_guid';
import type { ProcessFacts } from './gather_facts';
import { parentOf } from './named_processes';

export interface ParentLinks {
  /** Every process that was asked for or is an ancestor of one. */
  readonly keys: ReadonlySet<ProcessKey>;
  /** Free of loops: following it always ends. */
  readonly parents: ReadonlyMap<ProcessKey, ProcessKey>;
  /** Where a loop was opened: the earliest process of each loop has no parent here. */
  readonly loops: readonly ProcessKey[];
  readonly self_parents: readonly ProcessKey[];
  /** Recorded, but event 1 names no parent (zero GUID, "-", nothing). */
  readonly no_parent_guid: readonly ProcessKey[];
}

interface Links {
  readonly keys: Set<ProcessKey>;
  readonly parents: Map<ProcessKey, ProcessKey>;
  readonly self_parents: ProcessKey[];
  readonly no_parent_guid: ProcessKey[];
}

/** Processes -> they and all their ancestors, each with its parent. `order` decides where a loop is opened. */
export function linkParents(
  wanted: Iterable<ProcessKey>,
  {
    facts,
    order,
  }: { facts: ReadonlyMap<ProcessKey, ProcessFacts>; order: (a: ProcessKey, b: ProcessKey) => number },
): ParentLinks {
  const links: Links = { keys: new Set(), parents: new Map(), self_parents: [], no_parent_guid: [] };
  const open = [...wanted];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (links.keys.has(key)) continue;
    links.keys.add(key);
    const parent = linkOne(key, { created: facts.get(key)?.created, links });
    if (parent !== undefined) open.push(parent);
  }
  return { ...links, loops: openLoops(links.parents, order) };
}

function linkOne(
  key: ProcessKey,
  { created, links }: { created: ProcessFacts['created']; links: Links },
): ProcessKey | undefined {
  if (!created) return undefined;
  const parent = parentOf(created);
  if (parent === undefined) links.no_parent_guid.push(key);
  else if (parent === key) links.self_parents.push(key);
  else links.parents.set(key, parent);
  return parent === key ? undefined : parent;
}

/** Takes out one link of each loop. Every process is walked once: each walk stops where an earlier one has been. */
function openLoops(
  parents: Map<ProcessKey, ProcessKey>,
  order: (a: ProcessKey, b: ProcessKey) => number,
): ProcessKey[] {
  const walked_in = new Map<ProcessKey, ProcessKey>();
  const loops: ProcessKey[] = [];
  for (const start of parents.keys()) {
    let at: ProcessKey | undefined = start;
    while (at !== undefined && !walked_in.has(at)) {
      walked_in.set(at, start);
      at = parents.get(at);
    }
    if (at !== undefined && walked_in.get(at) === start) loops.push(earliestOfLoop({ at, parents, order }));
  }
  for (const key of loops) parents.delete(key);
  return loops.sort(order);
}

function earliestOfLoop({
  at,
  parents,
  order,
}: {
  at: ProcessKey;
  parents: ReadonlyMap<ProcessKey, ProcessKey>;
  order: (a: ProcessKey, b: ProcessKey) => number;
}): ProcessKey {
  let earliest = at;
  for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(next)) {
    if (order(next, earliest) < 0) earliest = next;
  }
  return earliest;
}
