import {
  documentPath,
  documentValues,
  valueAt,
  type DocumentValues,
} from '../../common/field_schemas/document_values';
import { fieldSchemas, placesOf } from '../../common/field_schemas/field_schemas';
import { readEvent } from '../../common/field_schemas/read_event';
import { textOf } from '../../common/field_schemas/values';
import { processKey } from '../../common/sysmon/process_guid';
import type { SysmonEvent } from '../../common/sysmon/sysmon_event';
import type { LineageQuery } from '../api_client';
import { actorKey } from '../components/event_places';

/** A document or a row of a table, as the host has it: hostile throughout. */
export interface TabHit {
  readonly index?: string;
  readonly id?: string;
  readonly source?: unknown;
  /** Path -> values. */
  readonly fields?: unknown;
  /** Nothing of the document was left out, so that it can be told what it is not. */
  readonly isWhole?: boolean;
}

/** What the tab can ask about a hit, and what the hit tells of itself. */
export interface TabSubject {
  /** Equal for equal questions. */
  readonly key: string;
  /** Absent: nothing says which document or process it is. */
  readonly question?: LineageQuery;
  /** It is certain, without asking, that this is no Sysmon event. */
  readonly isForeign?: true;
  /** As far as the host has loaded the document. */
  readonly event?: SysmonEvent;
}

/** Index and id of a document; where a row has none, the GUID of its process. */
export function tabSubject({ index, id, source, fields, isWhole }: TabHit): TabSubject {
  const read = readEvent({ _index: index ?? '', _id: id ?? '', _source: source, fields });
  if (isWhole && read.kind === 'not_sysmon')
    return { key: JSON.stringify(['foreign', index, id]), isForeign: true };
  const event = read.kind === 'event' ? read.event : undefined;
  const question = index && id ? { index, id } : processOf(event, documentValues(source, fields));
  return {
    key: JSON.stringify([question ?? null, index, id]),
    ...(question && { question }),
    ...(event && { event }),
  };
}

/** A row may lack the columns that name its host: the server finds the hosts that know the GUID. */
function processOf(
  event: SysmonEvent | undefined,
  values: DocumentValues | undefined,
): LineageQuery | undefined {
  const guid = (event && actorKey(event)) ?? (values && guidIn(values));
  return guid === undefined ? undefined : { guid };
}

/** Where any shape keeps the GUID of the acting process; ES|QL also lists a field's variants as columns of their own. */
const GUID_PATHS = [
  ...new Set(
    (['ProcessGuid', 'SourceProcessGuid', 'SourceProcessGUID'] as const).flatMap((field) =>
      fieldSchemas.flatMap((schema) => placesOf(schema, field).flatMap(({ paths }) => paths)),
    ),
  ),
]
  .flatMap((path) => [path, `${path}.keyword`])
  .map(documentPath);

function guidIn(values: DocumentValues): string | undefined {
  for (const path of GUID_PATHS) {
    const guid = processKey(textOf(valueAt(values, path)));
    if (guid !== undefined) return guid;
  }
  return undefined;
}
