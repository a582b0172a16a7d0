import type { QuestionField } from '../sysmon/fields';
import type { FieldForm } from './field_forms';

/**
 * Where a shape of documents keeps a field, and how it is written there. `paths` are tried in order on reading;
 * a question asks all of them. A form that spans several paths (domain and name, one hash a path) takes them all at once.
 */
export interface FieldPlace {
  readonly field: QuestionField;
  readonly paths: readonly string[];
  /** Absent = Sysmon's own text. */
  readonly form?: FieldForm;
  /** Only in events with these ids; absent = in all. */
  readonly events?: readonly number[];
}

/** One shape of documents. A new shape is a file with such a table. */
export interface FieldSchema {
  readonly name: string;
  /** As Setup shows it: "Winlogbeat 6", "ECS (Winlogbeat module)". */
  readonly title: string;
  /** An index has this shape when its mapping has one of these paths; a document, when it has a value there. */
  readonly signature: readonly string[];
  /** Not this shape after all where this path is too, except where one of `but` is as well. */
  readonly unless?: { readonly path: string; readonly but: readonly string[] };
  /** Documents may name neither channel nor provider; then UtcTime and a field of the event's kind tell that it is Sysmon's. */
  readonly bare?: boolean;
  readonly header: {
    readonly event_id: readonly string[];
    readonly host: readonly string[];
    readonly record_id: readonly string[];
    readonly channel: readonly string[];
    readonly provider: readonly string[];
    readonly utc_time: readonly string[];
    readonly read_at: readonly string[];
  };
  readonly places: readonly FieldPlace[];
}
