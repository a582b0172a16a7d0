import { gatherFacts } from '../../common/lineage/gather_facts';
import { missingStarts, missingStartsOfLineage } from '../../common/lineage/missing_starts';
import { tallyActivity, type ProcessActivity } from '../../common/lineage/tally_activity';
import type { TimeRange } from '../../common/remark';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { EventStore, FieldCounts } from '../ports';
import { BEGINNING } from '../shared_queries/far_times';
import { searchAncestors, type AncestorSearch } from '../shared_queries/lineage/ancestor_search';
import type { AskedRange } from '../shared_queries/lineage/choose_range';
import { newReading, takeStep, type ReadApart, type Reading } from '../shared_queries/lineage/reading';
import { readWindow, type WindowRead } from '../shared_queries/lineage/read_window';
import { fileEventsAt, fileEventsOf, loadsOf } from './file_questions';
import { hopTree, type HopTree } from './hop_tree';

const DAY_MS = 86_400_000;
/** Files of the ancestry that nobody wrote in the range are looked for this long before it. */
const LOOK_BACK_DAYS = 30;
/** Of one request. */
const MAX_PATHS = 40;
const MAX_FOLDERS = 20;

/** Everything that is known; it grows with each step. */
export interface HopSearch {
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

/** Starts and file events of the range, in one request. */
export async function beginSearch(
  store: EventStore,
  { key, host, asked }: { key: ProcessKey; host: string; asked: AskedRange },
): Promise<HopSearch> {
  const [reading, file_events] = [newReading(), [] as SysmonEvent[]];
  const window = await readWindow(store, {
    key,
    host,
    asked,
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
export async function lookFurther(store: EventStore, search: HopSearch): Promise<void> {
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
export const activityOf = ({ counts, reading }: HopSearch): ReadonlyMap<ProcessKey, ProcessActivity> =>
  counts
    ? tallyActivity(counts).processes
    : new Map(
        [...gatherFacts(reading.events).facts].flatMap(([key, { created }]) =>
          created ? [[key, { counts: {} }] as const] : [],
        ),
      );

export const treeOf = (search: HopSearch): HopTree =>
  hopTree({ ...search, origin: search.key, events: search.reading.events, activity: activityOf(search) });

function missingFor(search: HopSearch, { traced, ids }: HopTree): Set<ProcessKey> {
  const { key, reading } = search;
  const active = activityOf(search).keys();
  const beside = traced.hops.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id));
  return new Set([
    ...missingStartsOfLineage(key, { active, events: reading.events }),
    ...missingStarts(beside, reading.events),
  ]);
}

/** What the processes of the tree loaded, when anything was written that they may have loaded. */
function loadQuestions(search: HopSearch, { ids }: HopTree): ReadApart[] {
  const { host, range, file_events, loads, loads_read } = search;
  const by = [...ids].filter((id) => !loads_read.has(id));
  if (by.length === 0 || file_events.length === 0) return [];
  for (const id of by) loads_read.add(id);
  return [{ ask: loadsOf({ host, range, by }), into: loads }];
}

/** Where writings before the range are looked for. */
export const earlier = ({ range: { from } }: HopSearch): TimeRange => ({
  from: Math.max(BEGINNING, from - LOOK_BACK_DAYS * DAY_MS),
  to: from,
});

/** Who wrote, before the range, what nobody wrote within it. */
function earlierWrites(search: HopSearch, { traced }: HopTree): ReadApart[] {
  const { host, file_events, looked_for } = search;
  const range = earlier(search);
  const unasked = (all: ReadonlySet<string>, max: number) =>
    [...all].filter((one) => !looked_for.has(one)).slice(0, max);
  const paths = unasked(traced.unwritten, MAX_PATHS);
  const folders = unasked(traced.unpacked_to, MAX_FOLDERS);
  if (paths.length + folders.length === 0) return [];
  for (const one of [...paths, ...folders]) looked_for.add(one);
  return [{ ask: fileEventsAt({ host, range, paths, folders }), into: file_events }];
}
