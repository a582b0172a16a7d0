import type { Client } from '@elastic/elasticsearch';

/** What one host in one range is asked. */
export interface HostRange {
  readonly index: string;
  readonly host: string;
  readonly from: number;
  readonly to: number;
}

/** What a node shows, in the paths of the captures (flat). */
const TWELVE_PATHS = [
  'ProcessGuid',
  'ParentProcessGuid',
  'ProcessId',
  'Image',
  'CommandLine',
  'ParentImage',
  'ParentCommandLine',
  'User',
  'IntegrityLevel',
  'Hashes',
  'UtcTime',
  'EventID',
];

const ofHost = ({ host, from, to }: HostRange, more: object[] = []) => ({
  bool: {
    filter: [
      { term: { Hostname: host } },
      { range: { '@timestamp': { gte: from, lt: to, format: 'epoch_millis' } } },
      ...more,
    ],
  },
});

/**
 * The two fixed queries that lineage is measured against, as a person would write them: events of each process per event id, and
 * the starts and ends with twelve fields. They stay as they are, so that ratios of different days can be compared.
 */
export const referenceQueries = (client: Client, at: HostRange) => ({
  counts: () =>
    client.search({
      index: at.index,
      size: 0,
      request_cache: false,
      query: ofHost(at),
      aggs: {
        processes: {
          terms: { field: 'ProcessGuid', size: 10_000 },
          aggs: { ids: { terms: { field: 'EventID', size: 50 } } },
        },
      },
    }),
  starts_and_ends: () =>
    client.search({
      index: at.index,
      size: 10_000,
      request_cache: false,
      _source: false,
      query: ofHost(at, [{ terms: { EventID: [1, 5] } }]),
      fields: TWELVE_PATHS,
    }),
});
