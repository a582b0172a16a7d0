import type { SysmonField } from '../sysmon/event_kinds';
import { documentPath, valueAt } from './document_values';
import type { DocumentPath, DocumentValues } from './document_values';
import type { FieldForm } from './field_forms';
import type { FieldPlace } from './field_schema';
import { textOf } from './values';

/** One field at its places, looked up in order until one holds a value. */
export interface FieldReader {
  readonly field: SysmonField;
  readonly places: readonly PlaceReader[];
}

export interface PlaceReader {
  readonly inferred: boolean;
  readonly read: (values: DocumentValues) => string | undefined;
}

export const fieldReader = (field: SysmonField, places: readonly FieldPlace[]): FieldReader => ({
  field,
  places: places.flatMap(({ paths, form }): readonly PlaceReader[] =>
    form === undefined ? paths.map(plainReader) : [formReader(paths.map(documentPath), form)],
  ),
});

function plainReader(path: string): PlaceReader {
  const at = documentPath(path);
  return { inferred: false, read: (values) => textOf(valueAt(values, at)) };
}

function formReader(paths: readonly DocumentPath[], form: FieldForm): PlaceReader {
  const inferred = form.inferred === true;
  const [first] = paths;
  if (first !== undefined && paths.length === 1)
    return { inferred, read: (values) => readOne(form, valueAt(values, first)) };
  return { inferred, read: (values) => form.read(paths.map((path) => valueAt(values, path))) };
}

/** Nothing there: no form makes something of it. */
const readOne = (form: FieldForm, value: unknown): string | undefined =>
  value === undefined ? undefined : form.read([value]);
