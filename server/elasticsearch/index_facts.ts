import { parseUtcTime } from '../../common/field_schemas/utc_time';
import { documentPath, documentValues, valueAt } from '../../common/field_schemas/document_values';
import { fieldSchemas, pathsToRead, schemasOf } from '../../common/field_schemas/field_schemas';
import type { FieldSchema } from '../../common/field_schemas/field_schema';
import { ALL_FIELDS } from '../../common/sysmon/all_fields';
import { pathTypes } from './path_types';
import type { FieldCaps, PathType, PathTypes } from './path_types';
import type { EsQuery, SearchHit } from './search_client';

/** How a time path can be asked. `text`: every value has the form `yyyy-MM-dd HH:mm:ss.SSS`, which sorts as text; `iso_text`: ISO 8601 with Z. */
export type TimeForm = 'date' | 'text' | 'iso_text' | 'unasked';

/** A path that may hold the event time; documents use the first that holds one. */
export interface TimePath {
  readonly path: string;
  readonly form: TimeForm;
  /** Only there; absent = in all indices that have the path. */
  readonly indices?: readonly string[];
}

/** What is known of the indices of some patterns before a question is asked. */
export interface IndexFacts {
  readonly indices: readonly string[];
  readonly types: PathTypes;
  readonly schemas: readonly FieldSchema[];
  /** In the order of reading; @timestamp last, where it is mapped. */
  readonly times: readonly TimePath[];
  /** Largest difference seen between UtcTime and @timestamp, ms, and some more. */
  readonly skew_ms: number;
  /** Paths that answer questions but stand in no _source (aliases, runtime fields). */
  readonly computed: ReadonlySet<string>;
}

/** Sampled documents a shard, and shown of each index. */
const SAMPLED_PER_SHARD = 2_000;
const SHOWN = 20;
const MARGIN_MS = 3_600_000;

const PATHS = pathsToRead(fieldSchemas, ALL_FIELDS);
const UTC_PATHS = [...new Set(fieldSchemas.flatMap((schema) => schema.header.utc_time))];

/** The paths of the tables, what they lie below (flattened fields), and their multi-fields. */
export const CAPABILITY_FIELDS: readonly string[] = [
  ...new Set(PATHS.flatMap((path) => [...parentsOf(path), path, `${path}.*`])),
];

function parentsOf(path: string): string[] {
  const parts = path.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** A few documents of each index: their times, and which paths are answered that are not stored. */
export const sampleBody = (): Record<string, unknown> => ({
  size: 0,
  terminate_after: SAMPLED_PER_SHARD,
  track_total_hits: false,
  query: { bool: { should: UTC_PATHS.map((path): EsQuery => ({ exists: { field: path } })) } },
  aggs: {
    indices: {
      terms: { field: '_index', size: 1_000 },
      aggs: {
        sample: { top_hits: { size: SHOWN, _source: PATHS, fields: PATHS.map((field) => ({ field })) } },
      },
    },
  },
});

/** Field capabilities and sampled hits of the same indices -> facts. */
export function makeFacts(
  indices: readonly string[],
  caps: FieldCaps,
  sample: readonly SearchHit[],
): IndexFacts {
  const types = pathTypes(caps);
  const schemas = schemasOf(types.paths);
  const utc = [...new Set(schemas.flatMap((schema) => schema.header.utc_time))];
  const times = [...utc, '@timestamp'].flatMap((path) => timePaths(path, types, sample));
  return { indices, types, schemas, times, skew_ms: skewOf(sample, utc), computed: computedPaths(sample) };
}

function timePaths(path: string, types: PathTypes, sample: readonly SearchHit[]): TimePath[] {
  const mapped = types.typesOf(path);
  return mapped.map((type) => {
    const values = sample
      .filter(({ _index }) => type.indices?.includes(_index) ?? true)
      .map((hit) => stored(hit, path));
    const form = formOf(type, values);
    return { path, form, ...(mapped.length > 1 && type.indices && { indices: type.indices }) };
  });
}

const SYSMON_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function formOf({ type, searchable, aggregatable }: PathType, values: readonly unknown[]): TimeForm {
  if (!searchable || !aggregatable) return 'unasked';
  if (type === 'date' || type === 'date_nanos') return 'date';
  if (type !== 'keyword' && type !== 'constant_keyword') return 'unasked';
  const texts = values.filter((value) => typeof value === 'string' && parseUtcTime(value) !== undefined);
  if (texts.every((text) => SYSMON_TIME.test(String(text)))) return 'text';
  return texts.every((text) => ISO_TIME.test(String(text))) ? 'iso_text' : 'unasked';
}

function stored(hit: SearchHit, path: string): unknown {
  const values = documentValues(hit._source, hit.fields);
  const value = values && valueAt(values, documentPath(path));
  return Array.isArray(value) ? value[0] : value;
}

function skewOf(sample: readonly SearchHit[], utc: readonly string[]): number {
  const skews = sample.map((hit) => {
    const read = parseUtcTime(stored(hit, '@timestamp'));
    const at = utc.map((path) => parseUtcTime(stored(hit, path))).find((ms) => ms !== undefined);
    return read === undefined || at === undefined ? 0 : Math.abs(read - at);
  });
  return Math.max(0, ...skews) * 2 + MARGIN_MS;
}

function computedPaths(sample: readonly SearchHit[]): ReadonlySet<string> {
  const computed = sample.flatMap(({ _source, fields }) => {
    const source = documentValues(_source, undefined);
    const answered = Object.keys((fields ?? {}) as object).filter((path) => PATHS.includes(path));
    return answered.filter((path) => !source || valueAt(source, documentPath(path)) === undefined);
  });
  return new Set(computed);
}
