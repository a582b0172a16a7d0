import { ALL_FIELDS } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import { HASH_FIELDS } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { FieldForm } from './field_forms';
import type { FieldPlace, FieldSchema } from './field_schema';
import { hashInText } from './forms/hash_forms';
import { TIME } from './forms/time_form';

const TIMES: readonly SysmonField[] = ['UtcTime', 'CreationUtcTime', 'PreviousCreationUtcTime'];

/** Spellings of the same field in documents: event 8 and 10 differ, and Elastic Agent renames one to the other. */
const SPELLINGS: Readonly<Partial<Record<SysmonField, readonly string[]>>> = {
  SourceProcessGuid: ['SourceProcessGuid', 'SourceProcessGUID'],
  SourceProcessGUID: ['SourceProcessGUID', 'SourceProcessGuid'],
  TargetProcessGuid: ['TargetProcessGuid', 'TargetProcessGUID'],
  TargetProcessGUID: ['TargetProcessGUID', 'TargetProcessGuid'],
};
/** Only these events have the field, so that the other spelling is never asked of the other event. */
const EVENTS: Readonly<Partial<Record<SysmonField, readonly number[]>>> = {
  SourceProcessGuid: [8],
  SourceProcessGUID: [10],
  TargetProcessGuid: [8],
  TargetProcessGUID: [10],
};

type Forms = Readonly<Partial<Record<SysmonField, FieldForm>>>;

/** Sysmon's own field names below one prefix ("winlog.event_data." or ""), as every shipper without a pipeline writes them. */
export function eventDataPlaces(prefix: string, forms: Forms = {}): readonly FieldPlace[] {
  return ALL_FIELDS.map((field) => ({
    field,
    paths: (SPELLINGS[field] ?? [field]).map((name) => prefix + name),
    form: forms[field] ?? (TIMES.includes(field) ? TIME : undefined),
    events: EVENTS[field],
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
    ['Channel', header.channel],
  ];
  return places.flatMap(([field, paths]) =>
    paths.length === 0 ? [] : { field, paths, form: paths.length > 1 ? form : undefined },
  );
}
