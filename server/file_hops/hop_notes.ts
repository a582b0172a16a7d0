import type { FileHopsNote } from '../../common/api/file_hops';
import type { LineageNode } from '../../common/api/lineage';
import { MAX_STEPS_BACK } from '../../common/file_hops/trace_hops';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { HopSearch } from './hop_search';
import type { HopTree } from './hop_tree';

/** What a reader must know about the hops shown. */
export function hopNotes(
  { traced, ids }: HopTree,
  { search, shown, nodes }: { search: HopSearch; shown: number; nodes: readonly LineageNode[] },
): FileHopsNote[] {
  const { hops, more_hops_back, unwritten, writer_unknown } = traced;
  const notes: FileHopsNote[] = [];
  if (shown < hops.length) notes.push({ kind: 'truncated', shown, total: hops.length });
  if (more_hops_back > 0) notes.push({ kind: 'more_hops_back', steps: MAX_STEPS_BACK, hops: more_hops_back });
  if (writer_unknown.size > 0) notes.push({ kind: 'writer_unknown', files: writer_unknown.size });
  const not_looked = [...unwritten].filter((path) => !search.looked_for.has(path)).length;
  if (not_looked > 0) notes.push({ kind: 'not_looked_before', paths: not_looked });
  const open = openAncestors(search, { nodes, ids });
  if (open.length > 0) notes.push({ kind: 'ancestors_not_followed', nodes: open });
  return notes;
}

/** Parents that were only learnt of with the last request. */
function openAncestors(
  { ancestors }: HopSearch,
  { nodes, ids }: { nodes: readonly LineageNode[]; ids: ReadonlySet<ProcessKey> },
): ProcessKey[] {
  const inferred = nodes.filter(({ id, known }) => known === 'inferred' && !ids.has(id)).map(({ id }) => id);
  const unasked = new Set(ancestors.unasked(inferred));
  return inferred.filter((id) => unasked.has(id));
}
