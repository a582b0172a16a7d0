import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { Remark } from '../../common/remark';
import type { FoundEvents, ReadEvents } from '../ports';
import { existsQ } from './path_condition';
import { allQ, notQ } from './bounds';
import type { Plan, PlannedSearch } from './plan';
import type { PreparedQuestion } from './prepare_question';
import { totalOf, unsureAggregation, checkedRemarks, countWithUnsure } from './question_totals';
import type { EsQuery, SearchAnswer, SearchHit } from './search_client';

/** index.max_result_window of every index that nobody changed. */
export const PAGE = 10_000;
/** Aimed at, so that uneven parts still fit into a page. */
const PART = 6_000;
const CUTS = 32;

const evenPercents = (parts: number): number[] =>
  Array.from({ length: parts - 1 }, (_, at) => ((at + 1) * 100) / parts);

/** @timestamp cuts a question into parts of about equal size; it need not be the event time for that. */
const cutAggregation = (parts: number) => ({
  cuts: { percentiles: { field: '@timestamp', percents: evenPercents(parts), keyed: false } },
});

/** Everything that matches: one search up to 10,000 documents, above that parallel parts in a second round. */
export function* readPlan(question: ReadEvents, prepared: PreparedQuestion): Plan<FoundEvents> {
  const { bounds } = prepared;
  const size = Math.min(question.max, PAGE);
  const canCut = prepared.facts.types
    .typesOf('@timestamp')
    .some(({ type }) => type === 'date' || type === 'date_nanos');
  const [answer] = yield [
    {
      body: {
        ...prepared.reading,
        query: bounds.upper,
        size,
        sort: ['_doc'],
        track_total_hits: true,
        aggs: { ...unsureAggregation(bounds), ...(canCut && question.max > PAGE && cutAggregation(CUTS)) },
      },
    },
  ];
  const found = totalOf(answer);
  const hits =
    found <= size || question.max <= PAGE ? hitsOf(answer) : yield* readParts(prepared, bounds.upper, answer);
  const events = acceptAll(hits, prepared);
  const is_complete = hits.length >= found;
  const total = is_complete
    ? { value: events.length, exact: true }
    : yield* countWithUnsure(answer, prepared);
  const shown = events.slice(0, question.max).map(prepared.project);
  const cut: Remark = { kind: 'cut', what: 'events', shown: shown.length, total: total.value };
  return {
    events: shown,
    total,
    remarks: [
      ...prepared.remarks(),
      ...checkedRemarks(answer, bounds),
      ...(shown.length < total.value ? [cut] : []),
    ],
  };
}

/** Every document of a query, whatever their number. */
export function* readAllHits(prepared: PreparedQuestion, query: EsQuery): Plan<readonly SearchHit[]> {
  const [answer] = yield [firstHits(prepared, query)];
  return yield* otherHits(prepared, query, answer);
}

/** The search that begins readAllHits, for a round that has others too. */
export const firstHits = (prepared: PreparedQuestion, query: EsQuery): PlannedSearch => ({
  body: { ...prepared.reading, query, size: PAGE, sort: ['_doc'], track_total_hits: true },
});

export function* otherHits(
  prepared: PreparedQuestion,
  query: EsQuery,
  answer: SearchAnswer | undefined,
): Plan<readonly SearchHit[]> {
  if (totalOf(answer) <= PAGE) return hitsOf(answer);
  const [everything] = yield [{ body: { ...prepared.reading, query }, all: true }];
  return hitsOf(everything);
}

function* readParts(
  prepared: PreparedQuestion,
  query: EsQuery,
  first: SearchAnswer | undefined,
): Plan<readonly SearchHit[]> {
  const parts = partsOf(query, totalOf(first), first);
  if (parts.length < 2) {
    const [everything] = yield [{ body: { ...prepared.reading, query }, all: true }];
    return hitsOf(everything);
  }
  const searches = parts.map((part): PlannedSearch => ({
    body: { ...prepared.reading, query: part, size: PAGE, sort: ['_doc'], track_total_hits: true },
  }));
  const answers = yield searches;
  const overfull = answers.flatMap((answer, at) => (totalOf(answer) > PAGE ? [at] : []));
  const rest =
    overfull.length === 0
      ? []
      : yield overfull.map((at) => ({ body: { ...prepared.reading, query: parts[at] }, all: true }));
  const whole = answers.filter((answer) => totalOf(answer) <= PAGE);
  return [...whole, ...rest].flatMap(hitsOf);
}

/** Neighbouring cuts are put together so that a part has about PART documents; one more part is for documents without @timestamp. */
function partsOf(query: EsQuery, total: number, answer: SearchAnswer | undefined): readonly EsQuery[] {
  const values = answer?.aggregations?.['cuts']?.values;
  const all = Array.isArray(values) ? values.map((cut: { value: number | null }) => cut.value) : [];
  const every = Math.max(1, Math.floor((PART * CUTS) / total));
  const cuts = all.filter((cut, at): cut is number => cut !== null && (at + 1) % every === 0).map(Math.floor);
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  if (edges.length === 0) return [];
  const ranges = [undefined, ...edges].map((from, at) => timestampPart(from, edges[at]));
  return [...ranges, notQ(existsQ('@timestamp'))].map((part) => allQ([query, part]));
}

const timestampPart = (from: number | undefined, to: number | undefined): EsQuery => ({
  range: {
    '@timestamp': {
      ...(from !== undefined && { gte: from }),
      ...(to !== undefined && { lt: to }),
      format: 'epoch_millis',
    },
  },
});

export const hitsOf = (answer: SearchAnswer | undefined): readonly SearchHit[] => answer?.hits?.hits ?? [];

export function acceptAll(hits: readonly SearchHit[], { accept }: PreparedQuestion): SysmonEvent[] {
  return hits.flatMap((hit) => accept(hit) ?? []);
}
