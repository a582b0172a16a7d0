import type { FileHopsAnswer, FileHopsNote, fileHopsRequest } from '../../common/api/file_hops';
import type { LineageNode } from '../../common/api/lineage';
import { contentHashes } from '../../common/file_hops/content_hash';
import { MAX_STEPS_BACK } from '../../common/file_hops/trace_hops';
import { buildForest } from '../../common/lineage/build_lineage';
import { gatherFacts } from '../../common/lineage/gather_facts';
import { missingStarts, missingStartsOfLineage } from '../../common/lineage/missing_starts';
import { tallyActivity, type ProcessActivity } from '../../common/lineage/tally_activity';
import { processKey, type ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { z } from 'zod';
import type { EventStore, FieldCounts } from '../ports';
import { collectRemarks } from '../shared_queries/collect_remarks';
import { BEGINNING } from '../shared_queries/far_times';
import { searchAncestors, type AncestorSearch } from '../shared_queries/lineage/ancestor_search';
import { newReading, takeStep, type ReadApart, type Reading } from '../shared_queries/lineage/reading';
import { readWindow, type WindowRead } from '../shared_queries/lineage/read_window';
import { fileEventsAt, fileEventsOf, loadsOf, MAX_VALUES } from './file_questions';
import { hopTree, type HopTree } from './hop_tree';

export type AskedFileHops = z.output<typeof fileHopsRequest>;

/** Requests after the one for the window. */
const MORE_STEPS = 2;
const MAX_HOPS = 2000;
const DAY_MS = 86_400_000;
/** Files of the ancestry that nobody wrote in the range are looked for this long before it. */
const LOOK_BACK_DAYS = 30;

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
  const search = await beginSearch(store, { key, asked });
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
    notes: notesOf(found, { search, shown: hops.length, nodes }),
    remarks: collectRemarks([reading]),
  };
}

function problemsOf(key: ProcessKey | undefined, { guid, from, to }: AskedFileHops): string[] {
  const problems: string[] = [];
  if (key === undefined) problems.push(`guid: ${JSON.stringify(guid)} names no process.`);
  if (from !== undefined && to !== undefined && from >= to) problems.push('from must be before to.');
  return problems;
}

/** Everything that is known; it grows with each step. */
interface Search {
  readonly key: ProcessKey;
  readonly host: string;
  readonly range: WindowRead['range'];
  readonly reading: Reading;
  readonly file_events: SysmonEvent[];
  readonly loads: SysmonEvent[];
  readonly ancestors: AncestorSearch;
  /** Processes whose loads are read, and paths that were looked for before the range. */
  readonly loads_read: Set<ProcessKey>;
  readonly looked_for: Set<string>;
  rest: WindowRead['rest'];
  counts: FieldCounts | undefined;
}

async function beginSearch(
  store: EventStore,
  { key, asked: { host, from, to } }: { key: ProcessKey; asked: AskedFileHops },
): Promise<Search> {
  const [reading, file_events] = [newReading(), [] as SysmonEvent[]];
  const window = await readWindow(store, {
    key,
    host,
    asked: { from, to },
    origin_is_read: false,
    reading,
    apart: (range) => [{ ask: fileEventsOf({ host, range }), into: file_events }],
  });
  const { range, counts, rest } = window;
  const begun = { key, host, range, counts, rest, reading, file_events, loads: [] };
  return {
    ...begun,
    ancestors: searchAncestors({ host, covered: window.covered }),
    loads_read: new Set(),
    looked_for: new Set(),
  };
}

/** One request for all that the hops known so far leave open. */
async function lookFurther(store: EventStore, search: Search): Promise<void> {
  const { reading, rest, ancestors } = search;
  const known = treeOf(search);
  const missing = missingFor(search, known);
  const [counts] = await takeStep(store, {
    count: rest.count,
    find: [...(rest.find ?? []), ...ancestors.next(missing)],
    apart: [...loadQuestions(search, known), ...earlierWrites(search, known)],
    reading,
  });
  search.counts ??= counts;
  search.rest = {};
}

/** Before the counts are known every process of the window counts as active. */
const activityOf = ({ counts, reading }: Search) =>
  counts
    ? tallyActivity(counts).processes
    : new Map(
        [...gatherFacts(reading.events).facts].flatMap(([key, { created }]) =>
          created ? [[key, { counts: {} }] as const] : [],
        ),
      );

const treeOf = (search: Search): HopTree =>
  hopTree({ ...search, origin: search.key, events: search.reading.events, activity: activityOf(search) });

function missingFor(search: Search, { traced, ids }: HopTree): Set<ProcessKey> {
  const { key, reading } = search;
  const active = activityOf(search).keys();
  const beside = traced.hops.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id));
  return new Set([
    ...missingStartsOfLineage(key, { active, events: reading.events }),
    ...missingStarts(beside, reading.events),
  ]);
}

/** What the processes of the tree loaded of all that was written. */
function loadQuestions(
  { host, range, file_events, loads, loads_read }: Search,
  { ids }: HopTree,
): ReadApart[] {
  const by = [...ids].filter((id) => !loads_read.has(id));
  const written = file_events.filter(({ eventId }) => eventId === 11 || eventId === 15 || eventId === 29);
  const paths = new Set(written.flatMap(({ fields }) => fields.TargetFilename ?? []));
  const hashes = new Set(
    written.flatMap(({ fields }) => contentHashes(fields.Hashes ?? fields.Hash)[0] ?? []),
  );
  if (by.length === 0 || paths.size === 0) return [];
  for (const id of by) loads_read.add(id);
  return [{ ask: loadsOf({ host, range, by, paths: [...paths], hashes: [...hashes] }), into: loads }];
}

const earlier = ({ range: { from } }: Search) => ({
  from: Math.max(BEGINNING, from - LOOK_BACK_DAYS * DAY_MS),
  to: from,
});

/** Who wrote, before the range, what nobody wrote within it. */
function earlierWrites(search: Search, { traced }: HopTree): ReadApart[] {
  const { host, file_events, looked_for } = search;
  const paths = [...traced.unwritten].filter((path) => !looked_for.has(path)).slice(0, MAX_VALUES);
  if (paths.length === 0) return [];
  for (const path of paths) looked_for.add(path);
  return [{ ask: fileEventsAt({ host, range: earlier(search), paths }), into: file_events }];
}

/** The processes of hops that the tree does not have, with their ancestors. */
function nodesBeside(
  { ids, traced }: HopTree,
  { hops, search }: { hops: HopTree['traced']['hops']; search: Search },
): LineageNode[] {
  const beside = new Set(hops.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const active = activityOf(search);
  const activity = new Map([...beside].map((id) => [id, active.get(id) ?? { counts: {} }]));
  const proof = new Set(
    traced.hops.flatMap(({ written, used }) => [written, used].map(({ event }) => event.id)),
  );
  const events = [...search.reading.events, ...search.file_events.filter(({ ref }) => proof.has(ref.id))];
  return buildForest({ events, activity, range: search.range })
    .nodes.filter(({ id }) => !ids.has(id))
    .map((node) => withActivity(node, active.get(node.id)));
}

/** Ancestors are not among the processes that the forest was built for, so it does not know their counts. */
const withActivity = (node: LineageNode, activity: ProcessActivity | undefined): LineageNode => ({
  ...node,
  ...(activity && { counts: activity.counts }),
  ...(activity?.first !== undefined && { firstActivity: activity.first }),
  ...(activity?.last !== undefined && { lastActivity: activity.last }),
});

function notesOf(
  { traced, ids }: HopTree,
  { search, shown, nodes }: { search: Search; shown: number; nodes: readonly LineageNode[] },
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
  { ancestors }: Search,
  { nodes, ids }: { nodes: readonly LineageNode[]; ids: ReadonlySet<ProcessKey> },
): ProcessKey[] {
  const inferred = nodes.filter(({ id, known }) => known === 'inferred' && !ids.has(id)).map(({ id }) => id);
  const unasked = new Set(ancestors.unasked(inferred));
  return inferred.filter((id) => unasked.has(id));
}

const recordedHost = (host: string, events: readonly SysmonEvent[]): string =>
  events.find((event) => event.host.toLowerCase() === host.toLowerCase())?.host ?? host;
