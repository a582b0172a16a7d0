import { fieldsOfEvent } from '../../common/sysmon/all_fields';
import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { HEADER_FIELDS } from '../../common/sysmon/fields';
import type { QuestionField } from '../../common/sysmon/fields';
import type { CountGroups } from '../ports';
import { aggregatedField, type AggregatedPath } from './aggregated_place';
import { existsQ } from './path_condition';
import { allQ, notQ } from './bounds';
import { eventIdsOf } from './event_ids_of';
import type { PreparedQuestion } from './prepare_question';
import { eventIdsQ, takenBySchema } from './schema_questions';
import type { EsQuery } from './search_client';

/** Documents that hold all fields at these paths, one for each field. No document is in two parts. */
export interface GroupPart {
  readonly paths: readonly string[];
  readonly query: EsQuery;
}

/** More combinations of paths than this are not worth a search each. */
const MAX_PARTS = 24;

/** What Elasticsearch can group by some fields: for each event id and schema the combinations of paths. */
export function groupParts({ fields, where }: CountGroups, prepared: PreparedQuestion): readonly GroupPart[] {
  const { facts, bounds } = prepared;
  const { schemas, types } = facts;
  const known = eventIdsOf(where);
  const ids = EVENT_KINDS.map(({ id }): number => id).filter((id) => known?.has(id) ?? true);
  const context = { types, patterns: true, patternsReason: '' };
  const parts: GroupPart[] = [];
  for (const id of ids.filter((one) => fields.every((field) => isFieldOf(field, one)))) {
    for (const schema of schemas) {
      const guards = schemas.length === 1 ? [] : [takenBySchema(schema, schemas, context).lower];
      const places = fields.map((field) => aggregatedField(field, id, { ...facts, schemas: [schema] }));
      const uncounted = places.map(({ others }) => notQ(others));
      const here = [bounds.lower, eventIdsQ([id], facts), ...guards, ...uncounted];
      for (const paths of combinations(places.map((place) => place.paths))) {
        const held = paths.flatMap(({ path, where: at }) => [existsQ(path), at]);
        parts.push({ paths: paths.map(({ path }) => path), query: allQ([...here, ...held]) });
      }
    }
  }
  return parts.length > MAX_PARTS ? [] : parts;
}

const HEADERS: readonly string[] = HEADER_FIELDS;

const isFieldOf = (field: QuestionField, id: number): boolean =>
  HEADERS.includes(field) || (fieldsOfEvent(id) as readonly string[]).includes(field);

/** One of each list. */
function combinations(lists: readonly (readonly AggregatedPath[])[]): AggregatedPath[][] {
  return lists.reduce<AggregatedPath[][]>(
    (begun, list) => begun.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  );
}
