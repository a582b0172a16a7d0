import type { forestRequest, ForestAnswer } from '../../common/api/lineage';
import { buildForest } from '../../common/lineage/build_lineage';
import { missingStarts } from '../../common/lineage/missing_starts';
import { tallyActivity } from '../../common/lineage/tally_activity';
import type { ProcessKey } from '../../common/sysmon/process_guid';
import type { z } from 'zod';
import type { EventStore, FindEvents } from '../ports';
import { onHost } from '../shared_queries/about_process';
import { searchAncestors, type SearchedHost } from '../shared_queries/lineage/ancestor_search';
import { answerPage, MAX_NODES } from './answer_page';
import { readTraces } from './read_traces';
import { NODE_FIELDS } from '../shared_queries/lineage/node_fields';
import { newReading, takeStep, type Reading } from '../shared_queries/lineage/reading';
import { activityOf, processEventsOf } from '../shared_queries/lineage/window_questions';

export type AskedForest = z.output<typeof forestRequest> & { readonly host: string };

/**
 * All processes of a host that did anything in a range, with their ancestors whatever the time. One request for the range, at most
 * three for ancestors outside it, and one for processes that nothing else describes (more of them when these are thousands).
 */
export async function getHostForest(
  store: EventStore,
  { host, from, to, after, max_nodes = MAX_NODES }: AskedForest & { readonly max_nodes?: number },
): Promise<ForestAnswer> {
  if (from >= to) return { kind: 'invalid', problems: ['from must be before to.'] };
  const range = { from, to, chosen: 'asked' as const };
  const reading = newReading();
  const [counts] = await takeStep(store, {
    find: [processEventsOf({ host, range }), anyEventOf(host)],
    count: [activityOf({ host, range })],
    reading,
  });
  if (!counts) throw new Error('The store left a count unanswered');
  if (reading.events.length === 0) return { kind: 'not_found', what: 'host', looked_in: store.patterns };
  const activity = tallyActivity(counts).processes;
  await readAncestors(store, { host, covered: range, active: activity.keys(), reading });
  await readTraces(store, { host, range, activity, reading });
  const trees = buildForest({ events: reading.events, activity, range });
  const page = answerPage({ trees, counts, host, range, reading, after, max_nodes });
  const problems = ['after: these processes changed; ask again from the start.'];
  return page ? { kind: 'found', ...page } : { kind: 'invalid', problems };
}

/** Tells an empty range from an unknown host. */
const anyEventOf = (host: string): FindEvents => ({
  kind: 'find',
  where: onHost(host),
  fields: NODE_FIELDS,
  sort: 'newest',
  limit: 1,
});

async function readAncestors(
  store: EventStore,
  { host, covered, active, reading }: SearchedHost & { active: Iterable<ProcessKey>; reading: Reading },
): Promise<void> {
  const keys = [...active];
  const search = searchAncestors({ host, covered });
  for (;;) {
    const find = search.next(missingStarts(keys, reading.events));
    if (find.length === 0) return;
    await takeStep(store, { find, reading });
  }
}
