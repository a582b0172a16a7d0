import type { LineageAnswer } from '../../common/api/lineage';
import { buildLineage } from '../../common/lineage/build_lineage';
import { gatherFacts } from '../../common/lineage/gather_facts';
import { missingStartsOfLineage } from '../../common/lineage/missing_starts';
import { tallyActivity } from '../../common/lineage/tally_activity';
import { startOfGuid, type ProcessKey } from '../../common/sysmon/process_guid';
import type { EventStore, FieldCounts } from '../ports';
import { searchAncestors } from '../shared_queries/lineage/ancestor_search';
import { answerPage, MAX_NODES } from './answer_page';
import { findStart, type AskedLineage, type Start } from './find_start';
import { newReading, takeStep, type Reading } from '../shared_queries/lineage/reading';
import { readOrigin } from '../shared_queries/lineage/read_origin';
import { readWindow, type WindowRead } from '../shared_queries/lineage/read_window';

export interface LineageOptions {
  readonly max_nodes?: number;
}

/**
 * From a GUID or any Sysmon document to the process, all its ancestors whatever the time, and all its descendants in the range.
 * Requests, one after the other, whatever depth and fan-out: the document (when asked by one), else the origin on all hosts (when
 * no host is given); the window; what the range was not certain for, with the first ancestors outside it; at most two more.
 */
export async function getProcessLineage(
  store: EventStore,
  { max_nodes = MAX_NODES, ...asked }: AskedLineage & LineageOptions,
): Promise<LineageAnswer> {
  const start = await findStart(store, asked);
  if (start.kind !== 'process') return start;
  const reading = newReading(start.event);
  const located = await locate(store, { start, reading });
  if (located.kind !== 'located') return located;
  const { host, origin_is_read } = located;
  const { key, event } = start;
  const window = await readWindow(store, { key, host, asked, at: event?.time.ms, origin_is_read, reading });
  const counts = await readAncestors(store, { key, host, window, reading });
  if (!(await isKnown(store, { key, host, reading }))) return notFound(store);
  const { range } = window;
  const activity = tallyActivity(counts).processes;
  const trees = buildLineage({ events: reading.events, activity, range, origin: key });
  const page = answerPage({ trees, counts, host, range, reading, after: asked.after, max_nodes });
  return page ? { kind: 'found', origin: key, event, ...page } : expired;
}

const expired: LineageAnswer = {
  kind: 'invalid',
  problems: ['after: these processes changed; ask again from the start.'],
};

const notFound = (store: EventStore): LineageAnswer => ({
  kind: 'not_found',
  what: 'process',
  looked_in: store.patterns,
});

type Located = { readonly kind: 'located'; readonly host: string; readonly origin_is_read: boolean };

/** The host, asked for only when it is not known; the time too, where neither GUID nor document tells it. */
async function locate(
  store: EventStore,
  { start: { key, host, event }, reading }: { start: Start; reading: Reading },
): Promise<Located | LineageAnswer> {
  const has_time = startOfGuid(key) !== undefined || event !== undefined;
  if (host !== undefined && has_time) return { kind: 'located', host, origin_is_read: false };
  const hosts = await readOrigin(store, { key, host, reading });
  if (hosts.length > 1) return { kind: 'ambiguous', hosts };
  const [only] = hosts;
  return only ? { kind: 'located', host: only.host, origin_is_read: true } : notFound(store);
}

interface AncestorQuestion {
  readonly key: ProcessKey;
  readonly host: string;
  readonly window: WindowRead;
  readonly reading: Reading;
}

/** The rest of the window together with the first round of ancestors, then further rounds; gives the counts. */
async function readAncestors(
  store: EventStore,
  { key, host, window, reading }: AncestorQuestion,
): Promise<FieldCounts> {
  const search = searchAncestors({ host, covered: window.covered });
  const missing = (active: Iterable<ProcessKey>) =>
    missingStartsOfLineage(key, { active, events: reading.events });
  const [rest] = await takeStep(store, {
    ...window.rest,
    find: [...(window.rest.find ?? []), ...search.next(missing(activeIn(window.counts)))],
    reading,
  });
  const counts = window.counts ?? rest;
  if (!counts) throw new Error('The store left a count unanswered');
  const active = activeIn(counts);
  for (let find = search.next(missing(active)); find.length > 0; find = search.next(missing(active))) {
    await takeStep(store, { find, reading });
  }
  return counts;
}

const activeIn = (counts: FieldCounts | undefined): readonly ProcessKey[] =>
  counts ? [...tallyActivity(counts).processes.keys()] : [];

/** Whether any event names the process. A clock that was set back may hide it from a bounded search: then all time is asked. */
async function isKnown(
  store: EventStore,
  origin: { key: ProcessKey; host: string; reading: Reading },
): Promise<boolean> {
  const is_named = () => gatherFacts(origin.reading.events).facts.has(origin.key);
  return is_named() || ((await readOrigin(store, origin)).length > 0 && is_named());
}
