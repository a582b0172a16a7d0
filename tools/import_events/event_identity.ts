import { createHash } from 'node:crypto';
import { documentPath, documentValues, valueAt } from '../../common/field_schemas/document_values';
import { fieldSchemas } from '../../common/field_schemas/field_schemas';
import type { FieldSchema } from '../../common/field_schemas/field_schema';
import { eventReader } from '../../common/field_schemas/read_event';
import { headerReader } from '../../common/field_schemas/read_header';

/** What an imported document is, whatever its shape. */
export interface EventIdentity {
  /** Absent = no known shape. */
  readonly schema?: FieldSchema;
  /** A readable Sysmon event; absent = another channel's event, or none at all. */
  readonly sysmon?: { readonly eventId: number; readonly host: string; readonly utc_ms?: number };
  /** Why a Sysmon document cannot be read as an event. It is loaded all the same. */
  readonly unreadable?: string;
  readonly host?: string;
  readonly channel?: string;
  readonly record_id?: string;
  /** As the document says it. */
  readonly time?: string;
}

const read = eventReader(['UtcTime']);
const READERS = fieldSchemas.map((schema) => ({ schema, reader: headerReader(schema) }));

export function identifyEvent(source: Readonly<Record<string, unknown>>): EventIdentity {
  const schema = schemaOf(source);
  if (!schema) return {};
  const header = headerOf(source, schema);
  const answer = read({ _index: '', _id: '', _source: source });
  if (answer.kind === 'not_sysmon') return { ...header, schema };
  if (answer.kind === 'unreadable') return { ...header, schema, unreadable: answer.reason };
  const { eventId, host, time } = answer.event;
  return {
    ...header,
    schema,
    sysmon: { eventId, host, utc_ms: time.source === 'UtcTime' ? time.ms : undefined },
  };
}

function schemaOf(source: Readonly<Record<string, unknown>>): FieldSchema | undefined {
  const values = documentValues(source, undefined);
  return values && READERS.find(({ reader }) => reader.fits(values))?.schema;
}

function headerOf(source: Readonly<Record<string, unknown>>, { header }: FieldSchema) {
  const first = (paths: readonly string[]) =>
    paths
      .map((path) => textOf(valueAt({ source, fields: undefined }, documentPath(path))))
      .find((text) => text !== undefined);
  return {
    host: first(header.host),
    channel: first(header.channel),
    record_id: first(header.record_id),
    time: first([...header.utc_time, '@timestamp']),
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

/** The same event has the same id, however often and out of whichever file it comes. */
export function documentId(
  identity: EventIdentity,
  { text, position }: { text: string; position: number },
): string {
  const { host = '', channel = '', record_id, time = '' } = identity;
  const parts =
    record_id === undefined
      ? ['position', host, String(position), text]
      : ['record', host, channel, record_id, time];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27); // 162 bits
}
