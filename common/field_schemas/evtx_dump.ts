import { eventDataPlaces, hashTextPlaces, headerPlaces } from './event_data_places';
import type { FieldSchema } from './field_schema';
import { FIRST_PATH } from './forms/first_path';

const HEADER: FieldSchema['header'] = {
  event_id: ['Event.System.EventID', 'Event.System.EventID.#text'],
  host: ['Event.System.Computer'],
  record_id: ['Event.System.EventRecordID'],
  channel: ['Event.System.Channel'],
  provider: ['Event.System.Provider.#attributes.Name', 'Event.System.Provider_attributes.Name'],
  utc_time: ['Event.EventData.UtcTime'],
  read_at: [],
};

/** An event log turned into JSON as it is (evtx_dump): names of the XML, GUIDs without braces. */
export const EVTX_DUMP: FieldSchema = {
  name: 'evtx_dump',
  title: 'Event log as JSON',
  signature: ['Event.System.EventID', 'Event.System.EventID.#text', 'Event.System.Channel'],
  header: HEADER,
  places: [
    ...eventDataPlaces('Event.EventData.'),
    ...hashTextPlaces('Event.EventData.'),
    ...headerPlaces(HEADER, FIRST_PATH),
  ],
};
