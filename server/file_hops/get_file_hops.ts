import type { FileHopsAnswer, fileHopsRequest } from '../../common/api/file_hops';
import { gatherFacts } from '../../common/lineage/gather_facts';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { z } from 'zod';
import type { EventStore } from '../ports';
import { collectRemarks } from '../shared_queries/collect_remarks';
import { hopNotes } from './hop_notes';
import { beginSearch, earlier, lookFurther, treeOf } from './hop_search';
import { nodesBeside } from './nodes_beside';

export type AskedFileHops = z.output<typeof fileHopsRequest>;

/** Requests after the one for the window. */
const MORE_STEPS = 2;
const MAX_HOPS = 2000;

/**
 * "Wrote, then ran": files that the origin, its ancestors and descendants used and who had written them, up to five steps back,
 * and what ran of the files that they wrote. At most three requests, one after the other: starts and file events of the range;
 * then libraries loaded, writings before the range and starts of writers, twice.
 */
export async function getFileHops(
  store: EventStore,
  { max_hops = MAX_HOPS, ...asked }: AskedFileHops & { readonly max_hops?: number },
): Promise<FileHopsAnswer> {
  const key = processKey(asked.guid);
  const problems = problemsOf(key, asked);
  if (key === undefined || problems.length > 0) return { kind: 'invalid', problems };
  const search = await beginSearch(store, { key, host: asked.host, asked });
  for (let step = 0; step < MORE_STEPS; step += 1) await lookFurther(store, search);
  const { reading, range } = search;
  if (!gatherFacts(reading.events).facts.has(key)) {
    return { kind: 'not_found', what: 'process', looked_in: store.patterns };
  }
  const found = treeOf(search);
  const hops = found.traced.hops.slice(0, max_hops);
  const nodes = nodesBeside(found, { hops, search });
  return {
    kind: 'found',
    host: recordedHost(asked.host, reading.events),
    range: { from: range.from, to: range.to },
    origin: key,
    looked_back_to: earlier(search).from,
    hops,
    nodes,
    notes: hopNotes(found, { search, shown: hops.length, nodes }),
    remarks: collectRemarks([reading]),
  };
}

function problemsOf(key: ProcessKey | undefined, { guid, from, to }: AskedFileHops): string[] {
  const problems: string[] = [];
  if (key === undefined) problems.push(`guid: ${JSON.stringify(guid)} names no process.`);
  if (from !== undefined && to !== undefined && from >= to) problems.push('from must be before to.');
  return problems;
}

const recordedHost = (host: string, events: readonly SysmonEvent[]): string =>
  events.find((event) => event.host.toLowerCase() === host.toLowerCase())?.host ?? host;
