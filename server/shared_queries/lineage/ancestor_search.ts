import { startOfGuid, type ProcessKey } from '../../../common/sysmon/process_guid';
import { and, eventIds, type Predicate } from '../../../common/predicate/predicate';
import type { TimeRange } from '../../../common/remark';
import type { ReadEvents } from '../../ports';
import { onHost, startsAndEndsOf } from '../about_process';
import { BEGINNING, END_OF_TIME } from '../far_times';
import { NODE_FIELDS } from './node_fields';
import { MAX_PROCESS_EVENTS } from './window_questions';

const DAY_MS = 86_400_000;
/** Rounds by GUID; what is still missing then is looked for among all starts of the host. */
const GUID_ROUNDS = 2;
/** `index.max_terms_count` of Elasticsearch is 65,536 by default. */
const MAX_GUIDS = 50_000;
/** Sysmon's event 1 and the GUID agree to the second in every log measured; this is for clocks that do not. */
const CLOCK_SLACK_MS = 3_600_000;
/** More ranges than this are asked as one. */
const MAX_RANGES = 16;

export interface SearchedHost {
  readonly host: string;
  /** All starts of this range are known: a process that began well inside it and is missing has no event 1. */
  readonly covered?: TimeRange;
}

export interface AncestorSearch {
  /** What to ask about the processes whose start is missing; empty when there is nothing new to ask. */
  next(missing: Iterable<ProcessKey>): readonly ReadEvents[];
  /** Those of them that were not asked for yet. */
  unasked(keys: Iterable<ProcessKey>): readonly ProcessKey[];
}

/**
 * The search for starts outside the range, in at most three requests whatever the depth: two by GUID, the start within a day of
 * the one that the GUID carries (so that cold shards are skipped), then all starts of the host before the oldest one missing.
 */
export function searchAncestors({ host, covered }: SearchedHost): AncestorSearch {
  const asked = new Set<ProcessKey>();
  let round = 0;
  const unasked = (keys: Iterable<ProcessKey>) =>
    [...keys].filter((key) => !asked.has(key) && !isInside(startOfGuid(key), covered));
  return {
    unasked,
    next(missing) {
      const keys = unasked(missing);
      for (const key of keys) asked.add(key);
      if (keys.length === 0 || round > GUID_ROUNDS) return [];
      round += 1;
      return round > GUID_ROUNDS ? [allStartsBefore(host, keys)] : startsByGuid(host, keys);
    },
  };
}

const isInside = (start: number | undefined, covered: TimeRange | undefined): boolean =>
  start !== undefined &&
  covered !== undefined &&
  start - CLOCK_SLACK_MS >= covered.from &&
  start + CLOCK_SLACK_MS < covered.to;

function startsByGuid(host: string, keys: readonly ProcessKey[]): ReadEvents[] {
  return groupByStart(keys).flatMap(({ range, keys: group }) =>
    chunks(group, MAX_GUIDS).map((chunk) => readEvents(and(onHost(host), startsAndEndsOf(chunk)), range)),
  );
}

function allStartsBefore(host: string, keys: readonly ProcessKey[]): ReadEvents {
  const last = keys.reduce((max, key) => Math.max(max, startOfGuid(key) ?? END_OF_TIME), BEGINNING);
  return readEvents(and(onHost(host), eventIds(1)), { from: BEGINNING, to: last + DAY_MS });
}

const readEvents = (where: Predicate, range: TimeRange | undefined): ReadEvents => ({
  kind: 'read',
  where,
  range,
  fields: NODE_FIELDS,
  max: MAX_PROCESS_EVENTS,
});

interface StartGroup {
  range: TimeRange | undefined;
  readonly keys: ProcessKey[];
}

/** GUIDs whose days touch are asked together; those that carry no time are asked for all time. */
function groupByStart(keys: readonly ProcessKey[]): readonly StartGroup[] {
  const dated = keys.filter((key) => startOfGuid(key) !== undefined).sort((a, b) => startMs(a) - startMs(b));
  const undated = keys.filter((key) => startOfGuid(key) === undefined);
  const groups: { range: TimeRange; keys: ProcessKey[] }[] = [];
  for (const key of dated) {
    const { from, to } = around(key);
    const last = groups.at(-1);
    if (last && from <= last.range.to) {
      last.keys.push(key);
      last.range = { from: last.range.from, to };
    } else groups.push({ range: { from, to }, keys: [key] });
  }
  const asked: StartGroup[] = groups.length > MAX_RANGES ? [spanOf(groups)] : groups;
  return undated.length > 0 ? [...asked, { range: undefined, keys: undated }] : asked;
}

const startMs = (key: ProcessKey): number => startOfGuid(key) ?? BEGINNING;
const around = (key: ProcessKey): TimeRange => ({ from: startMs(key) - DAY_MS, to: startMs(key) + DAY_MS });

const spanOf = (groups: readonly { range: TimeRange; keys: ProcessKey[] }[]): StartGroup => ({
  range: {
    from: Math.min(...groups.map(({ range }) => range.from)),
    to: Math.max(...groups.map(({ range }) => range.to)),
  },
  keys: groups.flatMap(({ keys }) => keys),
});

function chunks<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, i) => all.slice(i * size, (i + 1) * size));
}
