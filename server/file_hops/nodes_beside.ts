import type { FileHop } from '../../common/api/file_hops';
import type { LineageNode } from '../../common/api/lineage';
import { buildForest } from '../../common/lineage/build_lineage';
import type { ProcessActivity } from '../../common/lineage/tally_activity';
import type { DocumentRef } from '../../common/sysmon/sysmon_event';
import { activityOf, type HopSearch } from './hop_search';
import type { HopTree } from './hop_tree';

/** The processes of hops that the tree does not have, with their ancestors. */
export function nodesBeside(
  { ids }: HopTree,
  { hops, search }: { hops: readonly FileHop[]; search: HopSearch },
): LineageNode[] {
  const beside = new Set(hops.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const active = activityOf(search);
  const activity = new Map([...beside].map((id) => [id, active.get(id) ?? { counts: {} }]));
  // What proves a hop also describes a writer that has no event 1.
  const proof = new Set(
    hops.flatMap(({ written, used }) => [written, used].map(({ event }) => addressOf(event))),
  );
  const proving = search.file_events.filter(({ ref }) => proof.has(addressOf(ref)));
  const events = [...search.reading.events, ...proving];
  return buildForest({ events, activity, range: search.range })
    .nodes.filter(({ id }) => !ids.has(id))
    .map((node) => withActivity(node, active.get(node.id)));
}

const addressOf = ({ index, id }: DocumentRef): string => `${index}\n${id}`;

/** Ancestors are not among the processes that the forest was built for, so it does not know their counts. */
const withActivity = (node: LineageNode, activity: ProcessActivity | undefined): LineageNode => ({
  ...node,
  ...(activity && { counts: activity.counts }),
  ...(activity?.first !== undefined && { firstActivity: activity.first }),
  ...(activity?.last !== undefined && { lastActivity: activity.last }),
});
