import type { QuestionField } from '../sysmon/fields';
import { ECS_SYSMON_MODULE, ECS_SYSMON_MODULE_7 } from './ecs_sysmon_module';
import { EVTX_DUMP } from './evtx_dump';
import type { FieldPlace, FieldSchema } from './field_schema';
import { FLAT, NXLOG } from './flat';
import { HELK } from './helk';
import { SPLUNK } from './splunk';
import { WINLOGBEAT_6 } from './winlogbeat_6';
import { WINLOGBEAT_RAW } from './winlogbeat_raw';

/** All shapes, the more special before the more general: a document takes the first that it fits. */
export const fieldSchemas: readonly FieldSchema[] = [
  ECS_SYSMON_MODULE_7,
  ECS_SYSMON_MODULE,
  WINLOGBEAT_RAW,
  HELK,
  WINLOGBEAT_6,
  EVTX_DUMP,
  SPLUNK,
  NXLOG,
  FLAT,
];

/** Whether something that has a value (or a mapping) at some paths shows the schema's signature. */
export function hasSignature({ signature, unless }: FieldSchema, has: (path: string) => boolean): boolean {
  if (!signature.some(has)) return false;
  return unless === undefined || !has(unless.path) || unless.but.some(has);
}

/** The shapes that documents of an index may have, by the paths of its mapping. Several where shippers are mixed. */
export function schemasOf(fieldNames: ReadonlySet<string>): readonly FieldSchema[] {
  const has = (path: string) => fieldNames.has(path);
  return fieldSchemas.filter((schema) => hasSignature(schema, has) && schema.header.event_id.some(has));
}

/** Where a schema keeps a field, for events with one of these ids (absent = any). In the order of reading. */
export function placesOf(
  schema: FieldSchema,
  field: QuestionField,
  eventIds?: readonly number[],
): readonly FieldPlace[] {
  const places = byField(schema).get(field) ?? [];
  if (eventIds === undefined) return places;
  return places.filter(({ events }) => events === undefined || events.some((id) => eventIds.includes(id)));
}

const INDEXED = new WeakMap<FieldSchema, ReadonlyMap<QuestionField, readonly FieldPlace[]>>();

function byField(schema: FieldSchema): ReadonlyMap<QuestionField, readonly FieldPlace[]> {
  const known = INDEXED.get(schema);
  if (known) return known;
  const places = new Map<QuestionField, FieldPlace[]>();
  for (const place of schema.places) places.set(place.field, [...(places.get(place.field) ?? []), place]);
  INDEXED.set(schema, places);
  return places;
}

/** One of these has a value in every event of Sysmon. */
export const MARKERS = [
  'ProcessGuid',
  'SourceProcessGuid',
  'SourceProcessGUID',
  'ImageLoaded',
  'Operation',
  'State',
  'Configuration',
  'ID',
] as const;

/**
 * Paths of a document that reading these fields needs, for filtering _source: header, times, signatures, and the places of the fields.
 * The message comes along only where a field of the question may have to be recovered from it.
 */
export function pathsToRead(
  schemas: readonly FieldSchema[],
  fields: readonly QuestionField[],
): readonly string[] {
  const paths = schemas.flatMap((schema) => [
    ...schema.signature,
    ...(schema.unless ? [schema.unless.path, ...schema.unless.but] : []),
    ...Object.values(schema.header).flat(),
    ...[...fields, ...(schema.bare ? MARKERS : [])]
      .flatMap((field) => readingFields(field))
      .flatMap((field) => placesOf(schema, field).flatMap((place) => place.paths)),
  ]);
  return [...new Set(['@timestamp', ...paths])];
}

/** One algorithm is read out of all of them. */
export const readingFields = (field: QuestionField): readonly QuestionField[] =>
  field === 'MD5' || field === 'SHA1' || field === 'SHA256' || field === 'IMPHASH'
    ? ['Hashes', 'Hash']
    : [field];
