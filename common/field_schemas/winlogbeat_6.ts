import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldSchema } from './field_schema';
import { DNS_RESULTS_LIST } from './forms/dns_results';
import { FIRST_PATH } from './forms/first_path';
import { CONSUMER_IN_MESSAGE } from './winlogbeat_raw';

/** host.name and beat.hostname are the collector's where events are forwarded. */
const HEADER: FieldSchema['header'] = {
  event_id: ['event_id'],
  host: ['computer_name', 'host.name'],
  record_id: ['record_number'],
  channel: ['log_name'],
  provider: ['source_name'],
  utc_time: ['event_data.UtcTime'],
  read_at: [],
};

/** Winlogbeat 6, also behind an ingest pipeline that splits QueryResults and turns UtcTime into ISO 8601. */
export const WINLOGBEAT_6: FieldSchema = {
  name: 'winlogbeat_6',
  title: 'Winlogbeat 6',
  signature: ['log_name', 'event_data.UtcTime', 'event_data.ProcessGuid', 'event_data.SourceProcessGUID'],
  header: HEADER,
  places: [
    ...eventDataPlaces('event_data.', { QueryResults: { form: DNS_RESULTS_LIST } }),
    ...hashTextPlaces('event_data.'),
    ...headerPlaces(HEADER, FIRST_PATH),
    ...CONSUMER_IN_MESSAGE,
  ],
};
