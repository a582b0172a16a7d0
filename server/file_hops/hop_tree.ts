import { traceHops, type TracedHops } from '../../common/file_hops/trace_hops';
import { indexWrites } from '../../common/file_hops/written_files';
import { buildLineage, type ProcessTrees } from '../../common/lineage/build_lineage';
import { gatherFacts } from '../../common/lineage/gather_facts';
import { linkParents } from '../../common/lineage/link_parents';
import { byStart, withDescendants } from '../../common/lineage/order_tree';
import type { ProcessActivity } from '../../common/lineage/tally_activity';
import type { TimeRange } from '../../common/remark';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';

export interface HopReading {
  readonly origin: ProcessKey;
  readonly range: TimeRange;
  /** Starts, ends and traces of processes. */
  readonly events: readonly SysmonEvent[];
  readonly file_events: readonly SysmonEvent[];
  readonly loads: readonly SysmonEvent[];
  readonly activity: ReadonlyMap<ProcessKey, ProcessActivity>;
}

/** The tree that is asked about, and the hops that what has been read so far shows. */
export interface HopTree {
  readonly tree: ProcessTrees;
  /** Ids of its nodes. */
  readonly ids: ReadonlySet<ProcessKey>;
  readonly traced: TracedHops;
}

export function hopTree({ origin, range, events, file_events, loads, activity }: HopReading): HopTree {
  const { facts } = gatherFacts(events);
  const { parents } = linkParents([...activity.keys(), ...facts.keys(), origin], {
    facts,
    order: byStart(facts),
  });
  const tree = buildLineage({ events, activity, range, origin });
  const ids = new Set(tree.nodes.map(({ id }) => id));
  const starts = new Map(
    [...facts].flatMap(([key, { created }]) => (created ? [[key, created] as const] : [])),
  );
  const own = new Set(withDescendants([origin], { roots: [], children: childrenIn(ids, parents) }));
  const written = indexWrites(file_events);
  const traced = traceHops({ starts, loads, written, tree: ids, own, parents, until: range.to });
  return { tree, ids, traced };
}

function childrenIn(
  ids: ReadonlySet<ProcessKey>,
  parents: ReadonlyMap<ProcessKey, ProcessKey>,
): Map<ProcessKey, ProcessKey[]> {
  const children = new Map<ProcessKey, ProcessKey[]>();
  for (const id of ids) {
    const parent = parents.get(id);
    if (parent !== undefined && !children.get(parent)?.push(id)) children.set(parent, [id]);
  }
  return children;
}
