import { countedValue } from '../../common/event_questions/count_events';
import { GroupTally, countGroups } from '../../common/event_questions/count_groups';
import type { CountGroups, GroupCounts } from '../ports';
import { allQ, anyQ, notQ } from './bounds';
import { groupParts, type GroupPart } from './group_parts';
import type { Plan, PlannedSearch } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { acceptAll, firstHits, otherHits } from './read_plan';
import type { Bucket, SearchAnswer } from './search_client';
import { groupTimes, type GroupTimes } from './group_times';
import { hasAllTimes } from './time_aggregation';

/** A response may hold 65,536 buckets (search.max_buckets). */
const PAGE = 60_000;

/**
 * Documents per combination of values: one composite aggregation for each shape of documents, all in one round; more rounds only
 * for more groups than one response holds. What Elasticsearch cannot group is read and grouped in memory.
 */
export function* countGroupsPlan(question: CountGroups, prepared: PreparedQuestion): Plan<GroupCounts> {
  const { bounds } = prepared;
  const parts = groupParts(question, prepared);
  const in_memory = allQ([bounds.upper, notQ(anyQ(parts.map(({ query }) => query)))]);
  const [first, ...answers] = yield [
    firstHits(prepared, in_memory),
    ...parts.map((part) => compositeSearch(part, prepared)),
  ];
  const found = acceptAll(yield* otherHits(prepared, in_memory, first), prepared);
  const times = groupTimes(prepared.facts);
  const tally = new GroupTally();
  for (const group of countGroups(found, { ...question, max: Infinity }).groups) tally.add(group);
  let [events, complete] = [found.length, true];
  for (const [at, part] of parts.entries()) {
    const pages = yield* allPages({ part, prepared, max: question.max }, answers[at]);
    for (const bucket of pages.buckets)
      tally.add(groupOf(bucket, { question, times: pages.timed ? times : undefined }));
    events += answers[at]?.hits?.total?.value ?? 0;
    complete &&= pages.complete;
  }
  const groups = tally.upTo(question.max, events);
  return { ...groups, complete: complete && groups.complete, remarks: prepared.remarks() };
}

function compositeSearch(
  { paths, query }: GroupPart,
  { facts }: PreparedQuestion,
  after?: unknown,
): PlannedSearch {
  const sources = paths.map((field, at) => ({ [`field_${at}`]: { terms: { field } } }));
  const { in_buckets, beside } = groupTimes(facts);
  const composite = { size: PAGE, sources, ...(after !== undefined && { after }) };
  const groups = { composite, aggs: in_buckets };
  return { body: { size: 0, query, track_total_hits: true, aggs: { groups, ...beside } } };
}

interface Pages {
  readonly buckets: readonly Bucket[];
  readonly complete: boolean;
  /** Whether the times of the buckets are those of all their documents. */
  readonly timed: boolean;
}

function* allPages(
  { part, prepared, max }: { part: GroupPart; prepared: PreparedQuestion; max: number },
  first: SearchAnswer | undefined,
): Plan<Pages> {
  const timed = hasAllTimes(first);
  const buckets: Bucket[] = [];
  for (let answer = first; ;) {
    const page = answer?.aggregations?.['groups'];
    for (const bucket of page?.buckets ?? []) buckets.push(bucket);
    const after = (page as { after_key?: unknown } | undefined)?.after_key;
    if (after === undefined || (page?.buckets?.length ?? 0) < PAGE) return { buckets, complete: true, timed };
    if (buckets.length >= max) return { buckets, complete: false, timed };
    [answer] = yield [compositeSearch(part, prepared, after)];
  }
}

function groupOf(
  bucket: Bucket,
  { question, times }: { question: CountGroups; times: GroupTimes | undefined },
) {
  const key = bucket.key as unknown as Readonly<Record<string, string | number | boolean>>;
  const values = question.fields.map((field, at) => countedValue(String(key[`field_${at}`] ?? ''), field));
  return { values, total: bucket.doc_count, ...times?.read(bucket) };
}
