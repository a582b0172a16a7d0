import { eventKind } from '../sysmon/event_kinds';
import { documentPath, valueAt } from './document_values';
import type { DocumentPath, DocumentValues } from './document_values';
import type { FieldSchema } from './field_schema';
import { hasSignature, MARKERS, placesOf } from './field_schemas';
import { parseUtcTime } from './utc_time';
import { textOf } from './values';

export type Header =
  | {
      readonly kind: 'sysmon';
      readonly eventId: number;
      readonly host: string;
      readonly recordId?: string;
      readonly readAt?: number;
      /** As stored. */
      readonly utcTime: unknown;
    }
  | { readonly kind: 'not_sysmon' | 'unreadable'; readonly reason: string };

const PROVIDER = 'microsoft-windows-sysmon';
const CHANNEL = 'microsoft-windows-sysmon/operational';
const EVENT_ID = /^\d{1,5}$/;

/** Reads the header of documents of one schema, and tells whether a document has that schema. */
export class HeaderReader {
  private readonly paths: Readonly<Record<keyof FieldSchema['header'], readonly DocumentPath[]>>;
  private readonly markers: readonly DocumentPath[];

  constructor(private readonly schema: FieldSchema) {
    const { header } = schema;
    const prepared = (paths: readonly string[]) => paths.map(documentPath);
    this.paths = {
      event_id: prepared(header.event_id),
      host: prepared(header.host),
      record_id: prepared(header.record_id),
      channel: prepared(header.channel),
      provider: prepared(header.provider),
      utc_time: prepared(header.utc_time),
      read_at: prepared(header.read_at),
    };
    this.markers = schema.bare
      ? prepared(MARKERS.flatMap((field) => placesOf(schema, field).flatMap((place) => place.paths)))
      : [];
  }

  fits(values: DocumentValues): boolean {
    if (firstText(values, this.paths.event_id) === undefined) return false;
    return hasSignature(this.schema, (path) => valueAt(values, documentPath(path)) !== undefined);
  }

  read(values: DocumentValues): Header {
    const foreign = this.otherLog(values);
    if (foreign) return foreign;
    const eventId = readEventId(values, this.paths.event_id);
    if (eventId === undefined) return { kind: 'unreadable', reason: 'the event id is no number' };
    const utcTime = firstValue(values, this.paths.utc_time);
    if (!this.namesItself(values) && !this.looksLikeSysmon(values, eventId, utcTime))
      return { kind: 'not_sysmon', reason: 'names neither channel nor provider and has no fields of Sysmon' };
    return {
      kind: 'sysmon',
      eventId,
      host: firstText(values, this.paths.host) ?? '',
      recordId: firstText(values, this.paths.record_id),
      readAt: parseUtcTime(firstValue(values, this.paths.read_at)),
      utcTime,
    };
  }

  /** The provider decides; forwarded events may stand in another channel. */
  private otherLog(values: DocumentValues): Header | undefined {
    const provider = firstText(values, this.paths.provider);
    if (provider !== undefined)
      return isSame(provider, PROVIDER)
        ? undefined
        : { kind: 'not_sysmon', reason: `provider ${provider.slice(0, 100)}` };
    const channel = firstText(values, this.paths.channel);
    return channel === undefined || isSame(channel, CHANNEL)
      ? undefined
      : { kind: 'not_sysmon', reason: `channel ${channel.slice(0, 100)}` };
  }

  private namesItself(values: DocumentValues): boolean {
    return (
      firstText(values, this.paths.provider) !== undefined ||
      firstText(values, this.paths.channel) !== undefined
    );
  }

  private looksLikeSysmon(values: DocumentValues, eventId: number, utcTime: unknown): boolean {
    return (
      eventKind(eventId) !== undefined &&
      parseUtcTime(utcTime) !== undefined &&
      firstText(values, this.markers) !== undefined
    );
  }
}

export const headerReader = (schema: FieldSchema): HeaderReader => new HeaderReader(schema);

/** Lower case is expensive on a million documents: the usual spelling first. */
const isSame = (text: string, lower: string): boolean =>
  text.length === lower.length && text.toLowerCase() === lower;

function firstText(values: DocumentValues, paths: readonly DocumentPath[]): string | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(values, path));
    if (text !== undefined) return text;
  }
  return undefined;
}

function firstValue(values: DocumentValues, paths: readonly DocumentPath[]): unknown {
  for (const path of paths) {
    const value = valueAt(values, path);
    if (value !== undefined) return Array.isArray(value) ? value[0] : value;
  }
  return undefined;
}

function readEventId(values: DocumentValues, paths: readonly DocumentPath[]): number | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(values, path));
    if (text !== undefined && EVENT_ID.test(text)) return Number(text);
  }
  return undefined;
}
