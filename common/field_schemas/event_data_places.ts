import { ALL_FIELDS } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import { HASH_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { FieldForm } from './field_forms';
import type { FieldPlace, FieldSchema } from './field_schema';
import { hashInText } from './forms/hash_forms';
import { SYSMON_CHANNEL } from './forms/sysmon_channel';
import { TIME } from './forms/time_form';

const TIMES: readonly SysmonField[] = ['UtcTime', 'CreationUtcTime', 'PreviousCreationUtcTime'];

/** What differs from "Sysmon's own text, in every event that has the field". */
export interface Special {
  readonly form?: FieldForm;
  readonly events?: readonly number[];
}

/** Sysmon's own field names below one prefix ("winlog.event_data." or ""), as every shipper without a pipeline writes them. */
export function eventDataPlaces(
  prefix: string,
  special: Readonly<Partial<Record<SysmonField, Special>>> = {},
): readonly FieldPlace[] {
  return ALL_FIELDS.map((field) => ({
    field,
    paths: [prefix + field],
    form: special[field]?.form ?? (TIMES.includes(field) ? TIME : undefined),
    events: special[field]?.events,
  }));
}

/** One algorithm out of Hashes, or out of Hash of event 15. */
export const hashTextPlaces = (prefix: string): readonly FieldPlace[] =>
  HASH_FIELDS.flatMap((field) =>
    ['Hashes', 'Hash'].map((name) => ({ field, paths: [prefix + name], form: hashInText(field) })),
  );

/** The questions about the header: asked where reading looks first, and elsewhere only where that is missing. */
export function headerPlaces(header: FieldSchema['header'], form: FieldForm): readonly FieldPlace[] {
  const places: readonly (readonly [QuestionField, readonly string[]])[] = [
    ['EventID', header.event_id],
    ['Computer', header.host],
    ['RecordID', header.record_id],
  ];
  const asText = places
    .filter(([, paths]) => paths.length > 0)
    .map(([field, paths]) => ({ field, paths, form: paths.length > 1 ? form : undefined }));
  return [...asText, { field: 'Channel', paths: header.event_id, form: SYSMON_CHANNEL }];
}
