import type { ProcessKey } from '../sysmon/process_guid';
import { startOfGuid } from '../sysmon/process_guid';
import type { ProcessFacts } from './gather_facts';
import type { ParentLinks } from './link_parents';

export type ProcessOrder = (a: ProcessKey, b: ProcessKey) => number;

/** By start, then key. A process without event 1 has the start second inside its GUID, else the first time it is named. */
export function byStart(facts: ReadonlyMap<ProcessKey, ProcessFacts>): ProcessOrder {
  const starts = new Map<ProcessKey, number>();
  const startOf = (key: ProcessKey): number => {
    const known = starts.get(key) ?? startOfProcess(key, facts.get(key)) ?? Infinity;
    starts.set(key, known);
    return known;
  };
  return (a, b) => {
    const [start_a, start_b] = [startOf(a), startOf(b)];
    if (start_a !== start_b) return start_a < start_b ? -1 : 1;
    return a < b ? -1 : Number(a > b);
  };
}

/** Milliseconds; exact from event 1, else to the second from the GUID, else the earliest mention. */
export function startOfProcess(key: ProcessKey, facts: ProcessFacts = {}): number | undefined {
  const { created, ended, child, activity, target } = facts;
  if (created) return created.time.ms;
  const mentions = [ended, child, activity, target].flatMap((event) => (event ? [event.time.ms] : []));
  return startOfGuid(key) ?? (mentions.length > 0 ? Math.min(...mentions) : undefined);
}

export interface Tree {
  readonly roots: readonly ProcessKey[];
  readonly children: ReadonlyMap<ProcessKey, readonly ProcessKey[]>;
}

/** Links -> roots and children, each list in the given order. */
export function treeOf({ keys, parents }: ParentLinks, order: ProcessOrder): Tree {
  const roots: ProcessKey[] = [];
  const children = new Map<ProcessKey, ProcessKey[]>();
  for (const key of [...keys].sort(order)) {
    const parent = parents.get(key);
    if (parent === undefined) roots.push(key);
    else if (!children.get(parent)?.push(key)) children.set(parent, [key]);
  }
  return { roots, children };
}

/** The trees below some processes, each parent directly before its first child. Without recursion: chains may be 100,000 deep. */
export function withDescendants(roots: readonly ProcessKey[], { children }: Tree): ProcessKey[] {
  const keys: ProcessKey[] = [];
  const open = [...roots].reverse();
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    keys.push(key);
    for (const child of [...(children.get(key) ?? [])].reverse()) open.push(child);
  }
  return keys;
}

/** The chain above a process, the oldest first. */
export function ancestorsOf(key: ProcessKey, parents: ReadonlyMap<ProcessKey, ProcessKey>): ProcessKey[] {
  const chain: ProcessKey[] = [];
  for (let at = parents.get(key); at !== undefined; at = parents.get(at)) chain.push(at);
  return chain.reverse();
}
