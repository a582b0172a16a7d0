import { parseUtcTime } from '../../common/field_schemas/utc_time';
import { notQ } from './bounds';
import { timedBy } from './event_time_query';
import type { IndexFacts, TimePath } from './index_facts';
import type { Bucket } from './search_client';
import { firstAndLast, timesOfBucket, type TimeAggregations } from './time_aggregation';

export interface GroupTimes extends TimeAggregations {
  read(bucket: Bucket): { readonly first: number; readonly last: number } | undefined;
}

/**
 * First and last event time of a group, also where UtcTime is text of a fixed form, which sorts by time: then the first and the
 * last document are asked for. That costs more than a minimum, but a composite has few groups and is asked once.
 */
export function groupTimes(facts: IndexFacts): GroupTimes {
  const [time, ...others] = facts.times;
  if (time?.form !== 'text' && time?.form !== 'iso_text')
    return { ...firstAndLast(facts), read: timesOfBucket };
  return {
    in_buckets: { first: endOf(time, 'asc'), last: endOf(time, 'desc') },
    beside: others.length === 0 ? {} : { untimed: { filter: notQ(timedBy(time, facts.times)) } },
    read: ({ first, last }) => {
      const [from, to] = [timeIn(first, time), timeIn(last, time)];
      return from === undefined || to === undefined ? undefined : { first: from, last: to };
    },
  };
}

const endOf = ({ path }: TimePath, order: 'asc' | 'desc') => ({
  top_hits: { size: 1, _source: false, docvalue_fields: [path], sort: [{ [path]: { order } }] },
});

interface TopHits {
  readonly hits?: {
    readonly hits?: readonly { readonly fields?: Readonly<Record<string, readonly unknown[]>> }[];
  };
}

const timeIn = (top: unknown, { path }: TimePath): number | undefined =>
  parseUtcTime((top as TopHits | undefined)?.hits?.hits?.[0]?.fields?.[path]?.[0]);
