import { eventKind } from '../sysmon/event_kinds';
import { HASH_FIELDS } from '../sysmon/fields';
import type { HashField, QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';

/** Sysmon writes to this channel only; forwarding keeps the name. */
export const SYSMON_CHANNEL = 'Microsoft-Windows-Sysmon/Operational';

/** What an event holds in a field, as text; undefined when it holds nothing or the empty text. */
export function fieldValue(event: SysmonEvent, field: QuestionField): string | undefined {
  return valueOf(event, field) || undefined;
}

function valueOf(event: SysmonEvent, field: QuestionField): string | undefined {
  switch (field) {
    case 'Computer':
      return event.host;
    case 'EventID':
      return String(event.eventId);
    case 'RecordID':
      return event.recordId;
    case 'Channel':
      return SYSMON_CHANNEL;
    default:
      return isHashField(field) ? hashIn(event, field) : event.fields[field];
  }
}

/** The GUID of the acting process as recorded, whichever of Sysmon's field names holds it. */
export function actorOf(event: SysmonEvent): string | undefined {
  const field = eventKind(event.eventId)?.actor;
  return field && fieldValue(event, field);
}

/** Every text that an event holds, for questions that name no field. */
export const allValues = (event: SysmonEvent): string[] =>
  [event.host, SYSMON_CHANNEL, ...Object.values(event.fields)].filter((text) => text !== '');

const isHashField = (field: QuestionField): field is HashField =>
  (HASH_FIELDS as readonly string[]).includes(field);

/** `SHA1=..,MD5=..` or, in event 15, the same under the name Hash. */
function hashIn({ fields }: SysmonEvent, algorithm: HashField): string | undefined {
  const listed = `${fields.Hashes ?? ''},${fields.Hash ?? ''}`.split(',');
  return listed.find((hash) => hash.toUpperCase().startsWith(`${algorithm}=`))?.slice(algorithm.length + 1);
}
