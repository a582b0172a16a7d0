import { fieldType } from '../sysmon/fields';
import type { QuestionField } from '../sysmon/fields';
import type { Predicate } from '../predicate/predicate';
import type { TimeUnit } from './field_item';

/** Where each part stands in Sysmon's `yyyy-MM-dd HH:mm:ss.SSS`, and which numbers it can have. */
const PARTS: Readonly<
  Record<
    TimeUnit,
    { readonly before: string; readonly after: string; readonly min: number; readonly max: number }
  >
> = {
  year: { before: '', after: '-*', min: 1601, max: 9999 },
  month: { before: '????-', after: '-*', min: 1, max: 12 },
  day: { before: '????-??-', after: ' *', min: 1, max: 31 },
  hour: { before: '????-??-?? ', after: ':*', min: 0, max: 23 },
  minute: { before: '????-??-?? ??:', after: ':*', min: 0, max: 59 },
};

/** A part of a time, in UTC as Sysmon writes it -> predicate; or the sentence that says why there is none. */
export function timePartPredicate({
  field,
  unit,
  number,
}: {
  field: QuestionField;
  unit: TimeUnit;
  number: number;
}): Predicate | string {
  const { before, after, min, max } = PARTS[unit];
  if (fieldType(field) !== 'time') return `${field} holds no time.`;
  if (!Number.isInteger(number) || number < min || number > max) return `There is no ${unit} ${number}.`;
  return { kind: 'glob', field, value: `${before}${String(number).padStart(2, '0')}${after}` };
}
