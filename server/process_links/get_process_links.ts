import type { ProcessLinksAnswer, processLinksRequest } from '../../common/api/process_links';
import { buildLinks } from '../../common/process_links/build_links';
import { pipesWithoutCreator } from '../../common/process_links/pipe_links';
import type { Remark, TimeRange } from '../../common/remark';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { z } from 'zod';
import type { EventStore } from '../ports';
import { collectRemarks } from '../shared_queries/collect_remarks';
import { readCreatorsBefore, readGroups } from './link_questions';
import { readTree, type TreeOfLinks } from './read_tree';

export type AskedProcessLinks = z.output<typeof processLinksRequest>;

/**
 * What processes of a host did to each other: remote threads, accesses, pipes, tampering, grouped with exact counts. Two requests
 * one after the other for a host (groups; creators of pipes before the range), one more for the links of a tree, whatever the
 * number of events.
 */
export async function getProcessLinks(
  store: EventStore,
  asked: AskedProcessLinks,
): Promise<ProcessLinksAnswer> {
  const problems = problemsOf(asked);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const { host, guid, from = 0, to = 0 } = asked;
  const key = processKey(guid);
  if (key === undefined) return linksOf(store, { host, range: { from, to } });
  const tree = await readTree(store, { key, host, asked });
  return linksOf(store, { host, range: tree.range, tree, key });
}

function problemsOf({ guid, from, to }: AskedProcessLinks): string[] {
  const problems: string[] = [];
  if (guid !== undefined && processKey(guid) === undefined) {
    problems.push(`guid: ${JSON.stringify(guid)} names no process.`);
  }
  if (guid === undefined && (from === undefined || to === undefined)) {
    problems.push('Give guid, or from and to.');
  }
  if (from !== undefined && to !== undefined && from >= to) problems.push('from must be before to.');
  return problems;
}

interface LinksQuestion {
  readonly host: string;
  readonly range: TimeRange;
  readonly tree?: TreeOfLinks;
  readonly key?: ProcessKey;
}

async function linksOf(
  store: EventStore,
  { host, range: { from, to }, tree, key }: LinksQuestion,
): Promise<ProcessLinksAnswer> {
  const range = { from, to };
  const [read, members] = await Promise.all([readGroups(store, { host, range }), tree?.ids()]);
  if (members && key !== undefined && !members.ids.has(key)) {
    return { kind: 'not_found', what: 'process', looked_in: store.patterns };
  }
  const { pipe_created, pipe_connected } = read.groups;
  const pipes = pipesWithoutCreator(pipe_created, pipe_connected);
  const before = await readCreatorsBefore(store, { host, range, pipes });
  const groups = { ...read.groups, pipe_created: [...pipe_created, ...(before?.groups ?? [])] };
  const counted = Object.values(groups).reduce((sum, { length }) => sum + length, 0);
  const is_complete = read.complete && (before?.complete ?? true);
  return {
    kind: 'found',
    host,
    range,
    ...buildLinks(groups, members?.ids),
    total: read.total,
    ...(!is_complete && { truncated: { groups: counted, more: true as const } }),
    remarks: collectRemarks([
      read,
      { remarks: members?.remarks ?? [] },
      before ?? { remarks: [] as Remark[] },
    ]),
  };
}
