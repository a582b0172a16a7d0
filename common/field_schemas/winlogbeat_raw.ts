import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';
import { messageLine } from './forms/message_line';

/** Header of every document of Winlogbeat 7 and later and of Elastic Agent. host.name is the collector's where events are forwarded. */
export const WINLOG_HEADER: FieldSchema['header'] = {
  event_id: ['winlog.event_id', 'event.code'],
  host: ['winlog.computer_name', 'host.name'],
  record_id: ['winlog.record_id'],
  channel: ['winlog.channel'],
  provider: ['winlog.provider_name', 'event.provider'],
  utc_time: ['winlog.event_data.UtcTime'],
  read_at: ['event.created'],
};

/** Long scripts make Windows give up on the fields of a WMI consumer; the message still has them. */
export const CONSUMER_IN_MESSAGE: readonly FieldPlace[] = (
  ['EventType', 'Operation', 'User', 'Name', 'Type', 'Destination'] as const
).map((field) => ({ field, paths: ['message'], form: messageLine(field), events: [20] }));

/** Winlogbeat 7 and later without its Sysmon module. */
export const WINLOGBEAT_RAW: FieldSchema = {
  name: 'winlogbeat_raw',
  title: 'Winlogbeat without its Sysmon module',
  signature: ['winlog.event_id', 'winlog.channel'],
  header: WINLOG_HEADER,
  places: [
    ...eventDataPlaces('winlog.event_data.'),
    ...hashTextPlaces('winlog.event_data.'),
    ...headerPlaces(WINLOG_HEADER, FIRST_PATH),
    ...CONSUMER_IN_MESSAGE,
  ],
};
