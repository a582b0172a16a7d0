import type { LineageNode, LineageNote } from '../api/lineage';
import type { TimeRange } from '../remark';
import type { ProcessKey } from '../sysmon/process_guid';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { gatherFacts, type GatheredFacts } from './gather_facts';
import { lineageNotes } from './lineage_notes';
import { linkParents, type ParentLinks } from './link_parents';
import { ancestorsOf, byStart, treeOf, withDescendants, type Tree } from './order_tree';
import { processNode } from './process_node';
import type { ProcessActivity } from './tally_activity';

export interface LineageParts {
  /** Events of one host in any order: 1 and 5, and whatever else tells about a process without them. */
  readonly events: Iterable<SysmonEvent>;
  /** What each process did in the range; these processes are shown, their ancestors with them. */
  readonly activity: ReadonlyMap<ProcessKey, ProcessActivity>;
  readonly range?: TimeRange;
}

/** Parents before children, siblings by start, each process once. */
export interface ProcessTrees {
  readonly nodes: readonly LineageNode[];
  readonly roots: readonly ProcessKey[];
  readonly notes: readonly LineageNote[];
}

interface Linked {
  readonly gathered: GatheredFacts;
  readonly links: ParentLinks;
  readonly tree: Tree;
}

/** All processes that were active, with all their ancestors that the events tell of. */
export function buildForest(parts: LineageParts): ProcessTrees {
  const linked = link(parts, []);
  const { tree, links } = linked;
  return assemble({ ...parts, ...linked, shown: withDescendants(tree.roots, tree), ancestors: links.keys });
}

/** One process, all its ancestors, and all its descendants that were active or lead to one that was. */
export function buildLineage(parts: LineageParts & { readonly origin: ProcessKey }): ProcessTrees {
  const linked = link(parts, [parts.origin]);
  const above = ancestorsOf(parts.origin, linked.links.parents);
  const shown = [...above, ...withDescendants([parts.origin], linked.tree)];
  return assemble({ ...parts, ...linked, shown, ancestors: new Set(above) });
}

function link({ events, activity }: LineageParts, also: readonly ProcessKey[]): Linked {
  const gathered = gatherFacts(events);
  const order = byStart(gathered.facts);
  const links = linkParents([...activity.keys(), ...also], { facts: gathered.facts, order });
  return { gathered, links, tree: treeOf(links, order) };
}

function assemble({
  gathered,
  links,
  shown,
  ancestors,
  activity,
  range,
}: LineageParts &
  Linked & {
    readonly shown: readonly ProcessKey[];
    readonly ancestors: ReadonlySet<ProcessKey>;
  }): ProcessTrees {
  const nodes = shown.map((id) =>
    processNode({
      id,
      parentId: links.parents.get(id),
      facts: gathered.facts.get(id) ?? {},
      activity: activity.get(id),
    }),
  );
  return {
    nodes,
    roots: shown.filter((id) => !links.parents.has(id)),
    notes: lineageNotes({ nodes, links, gathered, range, ancestors }),
  };
}
