import type { FieldSchema } from '../../../common/field_schemas/field_schema';
import type { SysmonField } from '../../../common/sysmon/event_kinds';
import type { WorldEvent } from '../world';

/** A document to be: path -> value. */
export type PathValues = ReadonlyMap<string, unknown>;

/** How one shipper and version writes an event of Sysmon. */
export interface Shape {
  readonly schema: FieldSchema;
  /** Paths of the document's head; undefined values are left out. */
  readonly head: (event: WorldEvent) => Readonly<Record<string, unknown>>;
  /** Paths that one field becomes; none = this shipper loses it. */
  readonly field: (
    event: WorldEvent,
    field: SysmonField,
    text: string,
  ) => readonly (readonly [path: string, value: unknown])[];
}

export const iso = (ms: number): string => new Date(ms).toISOString();

/** path -> value as a nested document, as Beats write it. */
export function nest(values: PathValues): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const keys = path.split('.');
    const last = keys.pop() ?? path;
    let at = document;
    for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
    at[last] = value;
  }
  return document;
}
