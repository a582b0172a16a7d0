import { fieldsOfEvent } from '../sysmon/all_fields';
import type { SysmonField } from '../sysmon/event_kinds';
import type { QuestionField } from '../sysmon/fields';
import type { SysmonEvent } from '../sysmon/sysmon_event';
import { documentPath, documentValues, valueAt } from './document_values';
import type { DocumentValues } from './document_values';
import { readTime } from './event_time';
import type { TimeNote } from './event_time';
import type { FieldSchema } from './field_schema';
import { fieldSchemas, placesOf, readingFields } from './field_schemas';
import { fieldReader } from './field_reader';
import type { FieldReader } from './field_reader';
import { headerReader } from './read_header';
import type { HeaderReader } from './read_header';

/** A hit of a search, as Elasticsearch answers it; or a line of a file with made-up index and id. */
export interface RawHit {
  readonly _index: string;
  readonly _id: string;
  readonly _source?: unknown;
  /** The answer to the `fields` or `docvalue_fields` option: path -> array of values. */
  readonly fields?: unknown;
}

export type ReadEvent =
  | { readonly kind: 'event'; readonly event: SysmonEvent; readonly notes?: readonly TimeNote[] }
  | { readonly kind: 'not_sysmon'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * A document of any known shape -> a Sysmon event. Never throws, whatever the document holds. `fields`: only these are read;
 * absent = every field of the event's kind. Use eventReader for many documents with the same fields.
 */
export const readEvent = (hit: RawHit, fields?: readonly QuestionField[]): ReadEvent =>
  eventReader(fields)(hit);

const TIMESTAMP = documentPath('@timestamp');
const READERS = new Map<string, (hit: RawHit) => ReadEvent>();
const MAX_READERS = 100;

/** readEvent with everything prepared for these fields. */
export function eventReader(fields?: readonly QuestionField[]): (hit: RawHit) => ReadEvent {
  const key = fields === undefined ? '*' : [...fields].sort().join(' ');
  const known = READERS.get(key);
  if (known) return known;
  if (READERS.size >= MAX_READERS) READERS.clear();
  const schemas = fieldSchemas.map((schema) => new SchemaReader(schema, fields));
  const reader = (hit: RawHit): ReadEvent => readWith(schemas, hit);
  READERS.set(key, reader);
  return reader;
}

/** One schema with its paths looked up once per event id. */
class SchemaReader {
  readonly header: HeaderReader;
  private readonly wanted: ReadonlySet<string> | undefined;
  private readonly readers = new Map<number, readonly FieldReader[]>();

  constructor(
    readonly schema: FieldSchema,
    fields: readonly QuestionField[] | undefined,
  ) {
    this.header = headerReader(schema);
    this.wanted = fields && new Set(fields.flatMap(readingFields));
  }

  fieldsOf(eventId: number): readonly FieldReader[] {
    const known = this.readers.get(eventId);
    if (known) return known;
    const fields = fieldsOfEvent(eventId).filter((field) => this.wanted?.has(field) ?? true);
    const readers = fields.map((field) => fieldReader(field, placesOf(this.schema, field, [eventId])));
    // Hostile documents name any id: only known numbers are worth keeping.
    if (this.readers.size < 300) this.readers.set(eventId, readers);
    return readers;
  }
}

function readWith(schemas: readonly SchemaReader[], hit: RawHit): ReadEvent {
  const values = documentValues(hit._source, hit.fields);
  if (values === undefined) return { kind: 'unreadable', reason: 'no document' };
  const reader = schemas.find((one) => one.header.fits(values));
  if (reader === undefined) return { kind: 'not_sysmon', reason: 'no known shape' };
  const header = reader.header.read(values);
  if (header.kind !== 'sysmon') return header;
  const time = readTime(header.utcTime, valueAt(values, TIMESTAMP));
  if (time.kind !== 'time') return { kind: 'unreadable', reason: time.reason };
  const event = {
    ref: { index: textIn(hit._index), id: textIn(hit._id) },
    eventId: header.eventId,
    host: header.host,
    time: time.time,
    recordId: header.recordId,
    readAt: header.readAt,
    schema: reader.schema.name,
    ...readFields(reader.fieldsOf(header.eventId), values),
  };
  return time.notes ? { kind: 'event', event, notes: time.notes } : { kind: 'event', event };
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function readFields(
  readers: readonly FieldReader[],
  values: DocumentValues,
): Pick<SysmonEvent, 'fields' | 'inferred'> {
  const fields: { [field in SysmonField]?: string } = {};
  let inferred: SysmonField[] | undefined;
  for (const { field, places } of readers) {
    for (const place of places) {
      const text = place.read(values);
      if (text === undefined) continue;
      fields[field] = text;
      if (place.inferred) (inferred ??= []).push(field);
      break;
    }
  }
  return inferred ? { fields, inferred } : { fields };
}
