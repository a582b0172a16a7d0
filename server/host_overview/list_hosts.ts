import type { HostCount, HostsAnswer, hostsRequest } from '../../common/api/events';
import type { z } from 'zod';
import type { EventStore, FieldCount } from '../ports';
import { collectRemarks } from '../shared_queries/collect_remarks';
import { openRange } from '../shared_queries/list_events';

export type AskedHosts = z.output<typeof hostsRequest>;

const MAX_HOSTS = 100_000;
const PROCESS_CREATE = 1;
const everything = { kind: 'all' } as const;

/** The busiest hosts of a range, with the time of the newest event at all. */
export async function listHosts(store: EventStore, { from, to, limit }: AskedHosts): Promise<HostsAnswer> {
  const [counted, newest] = await store.ask([
    {
      kind: 'count_by',
      where: everything,
      range: openRange({ from, to }),
      field: 'Computer',
      max: MAX_HOSTS,
    },
    { kind: 'find', where: everything, fields: [], sort: 'newest', limit: 1 },
  ]);
  return {
    kind: 'found',
    hosts: counted.counts.map(hostCount).sort(busiestFirst).slice(0, limit),
    total_hosts: { value: counted.counts.length, exact: counted.complete },
    events: counted.total,
    newest: newest.events[0]?.time.ms,
    patterns: store.patterns,
    remarks: collectRemarks([counted, newest]),
  };
}

const hostCount = ({ value, total, events, first, last }: FieldCount): HostCount => ({
  host: value,
  events: total,
  processes: events[PROCESS_CREATE] ?? 0,
  first,
  last,
});

const busiestFirst = (a: HostCount, b: HostCount): number =>
  b.events - a.events || (a.host < b.host ? -1 : Number(a.host > b.host));
