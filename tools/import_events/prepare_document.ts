import { documentId, identifyEvent, type EventIdentity } from './event_identity';
import { fitDocument, type KnownFields, type Misfit } from './fit_document';
import { IMPORT_FIELD } from './index_mapping';

/** A record of a text as it goes into the index. */
export interface PreparedDocument {
  readonly id: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly identity: EventIdentity;
  readonly misfits: readonly Misfit[];
}

export interface RecordInFile {
  readonly value: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly position: number;
  readonly file: string;
}

export interface PrepareOptions {
  /** Host of documents that name none. */
  readonly host?: string;
  readonly known: KnownFields;
}

/**
 * @timestamp becomes UtcTime: shippers and their users wrote local time, 12-hour clocks or the time of reading there
 * (measured on public collections). The former value stays in `trail_import.original_timestamp`; `trail_import.file` and
 * `.position` say where the record came from; values that no index can hold stay, as JSON text, in `trail_import.misfits`.
 */
export function prepareDocument(record: RecordInFile, { host, known }: PrepareOptions): PreparedDocument {
  const source = withHost(unwrapped(record.value), host);
  const identity = identifyEvent(source);
  const { document, misfits } = fitDocument(withEventTime(source, identity), known);
  const added = {
    ...originalTimestamp(source, identity),
    file: record.file,
    position: record.position,
    ...(misfits.length > 0 && { misfits: misfits.map((misfit) => JSON.stringify(misfit)) }),
  };
  return {
    id: documentId(identity, record),
    document: { ...document, [IMPORT_FIELD]: added },
    identity,
    misfits,
  };
}

/** A hit of a search, as people save them: the document is its _source. */
function unwrapped(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const source = value._source;
  const is_hit = typeof value._index === 'string' && typeof source === 'object' && source !== null;
  return is_hit ? (source as Record<string, unknown>) : value;
}

/** Puts the host where the document's shape keeps it. */
function withHost(
  source: Readonly<Record<string, unknown>>,
  host: string | undefined,
): Readonly<Record<string, unknown>> {
  if (host === undefined) return source;
  const identity = identifyEvent(source);
  const path = identity.schema?.header.host[0];
  if (identity.host !== undefined || path === undefined) return source;
  return { ...source, [path]: host };
}

function withEventTime(
  source: Readonly<Record<string, unknown>>,
  { sysmon }: EventIdentity,
): Readonly<Record<string, unknown>> {
  return sysmon?.utc_ms === undefined
    ? source
    : { ...source, '@timestamp': new Date(sysmon.utc_ms).toISOString() };
}

/** Only where it differs. */
function originalTimestamp(source: Readonly<Record<string, unknown>>, { sysmon }: EventIdentity): object {
  const original = source['@timestamp'];
  if (sysmon?.utc_ms === undefined || original === undefined) return {};
  return Date.parse(String(original)) === sysmon.utc_ms ? {} : { original_timestamp: String(original) };
}
