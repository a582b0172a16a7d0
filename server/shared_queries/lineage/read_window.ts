import type { TimeRange } from '../../../common/remark';
import { gatherFacts } from '../../../common/lineage/gather_facts';
import { startOfProcess } from '../../../common/lineage/order_tree';
import { startOfGuid, type ProcessKey } from '../../../common/sysmon/process_guid';
import type { EventStore, FieldCounts } from '../../ports';
import {
  askedRange,
  contains,
  rangeOfLife,
  widestRangeOfLife,
  type AskedRange,
  type ChosenRange,
} from './choose_range';
import { ownEvents, sinceStart, traces } from './origin_questions';
import { takeStep, type ReadApart, type Reading, type Step } from './reading';
import { activityOf, processEventsOf } from './window_questions';

export interface WindowQuestion {
  readonly key: ProcessKey;
  readonly host: string;
  readonly asked: AskedRange;
  /** Time of the event that was asked for. */
  readonly at?: number;
  /** False when the events that describe the origin are still to be read. */
  readonly origin_is_read: boolean;
  readonly reading: Reading;
  /** What else to read of the range, in the same request; the range may be wider than the one that is chosen. */
  readonly apart?: (range: TimeRange) => readonly ReadApart[];
}

export interface WindowRead {
  readonly range: ChosenRange;
  /** Absent while the range was not certain; then `rest` asks for them. */
  readonly counts?: FieldCounts;
  /** For the next step. */
  readonly rest: Step;
  /** Of this range all starts and ends are read. */
  readonly covered: TimeRange;
}

/**
 * Starts and ends of the range, and the counts where the range is certain already. The life of a process is not, before its end
 * is read; then the widest range it can have is read in the same request, and only the counts wait for the next one.
 * So do traces of an origin without event 1.
 */
export async function readWindow(store: EventStore, question: WindowQuestion): Promise<WindowRead> {
  const { key, host, asked, at, origin_is_read, reading } = question;
  const certain = askedRange(asked) ?? (origin_is_read ? lifeRange(question) : undefined);
  const read = certain ?? widestRangeOfLife({ start: startOfGuid(key) ?? at ?? 0, at });
  const origin = { key, host, range: sinceStart(key) };
  const [counts] = await takeStep(store, {
    find: [...(origin_is_read ? [] : [ownEvents(origin)]), processEventsOf({ host, range: read })],
    count: certain ? [activityOf({ host, range: certain })] : [],
    apart: question.apart?.(read),
    reading,
  });
  const more = origin_is_read || isRecorded(question) ? [] : traces(origin);
  if (certain) return { range: certain, counts, rest: { find: more }, covered: read };
  const range = lifeRange(question);
  const find = contains(read, range) ? more : [...more, processEventsOf({ host, range })];
  return { range, rest: { find, count: [activityOf({ host, range })] }, covered: read };
}

const isRecorded = ({ key, reading }: WindowQuestion): boolean =>
  gatherFacts(reading.events).facts.get(key)?.created !== undefined;

function lifeRange({ key, at, reading }: WindowQuestion): ChosenRange {
  const facts = gatherFacts(reading.events).facts.get(key);
  const start = startOfProcess(key, facts) ?? at ?? 0;
  return rangeOfLife({ start, end: facts?.ended?.time.ms, at });
}
