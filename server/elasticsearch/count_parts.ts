import { eventKind, EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { fieldsOfEvent } from '../../common/sysmon/all_fields';
import { HASH_FIELDS, HEADER_FIELDS } from '../../common/sysmon/fields';
import type { QuestionField } from '../../common/sysmon/fields';
import type { CountByField } from '../ports';
import { aggregatedField } from './aggregated_place';
import type { AggregatedField } from './aggregated_place';
import { allQ, anyQ, NONE, notQ } from './bounds';
import { eventIdsOf } from './event_ids_of';
import type { IndexFacts } from './index_facts';
import type { PreparedQuestion } from './prepare_question';
import { eventIdsQ, unknownIdsQ } from './schema_questions';
import type { EsQuery } from './search_client';

/** Values at one path, in events with some ids. */
export interface CountPart {
  readonly ids: readonly number[];
  readonly path: string;
  /** The documents of one or several of the ids. */
  queryFor(ids: readonly number[]): EsQuery;
}

/** Event ids whose values stand at the same paths. */
interface IdGroup {
  readonly ids: number[];
  readonly found: AggregatedField;
}

export interface CountParts {
  readonly parts: readonly CountPart[];
  /** Documents that the parts leave to memory. */
  readonly left: EsQuery;
}

/** What Elasticsearch can count of a field: its paths, by event id. */
export function countParts({ field, where }: CountByField, { facts, bounds }: PreparedQuestion): CountParts {
  const known = eventIdsOf(where);
  const ids = EVENT_KINDS.map(({ id }): number => id).filter((id) => known?.has(id) ?? true);
  const groups = groupIds(field, ids, facts);
  const parts = groups.flatMap((group) =>
    group.found.paths.map(({ path, where: at }): CountPart => {
      const queryFor = (some: readonly number[]) =>
        allQ([bounds.lower, eventIdsQ(some, facts), notQ(group.found.others), at]);
      return { ids: group.ids, path, queryFor };
    }),
  );
  const left = groups
    .filter(({ found }) => found.others !== NONE)
    .map((group) => allQ([eventIdsQ(group.ids, facts), group.found.others]));
  // Events of a kind that is not known yet have no actor, and may have any other field.
  const unknown = field === 'Actor' || known?.size === ids.length ? NONE : unknownIdsQ(facts);
  return { parts, left: anyQ([...left, unknown]) };
}

function groupIds(
  field: CountByField['field'],
  ids: readonly number[],
  facts: IndexFacts,
): readonly IdGroup[] {
  const groups = new Map<string, IdGroup>();
  for (const id of ids) {
    const asked = fieldOf(field, id);
    if (asked === undefined) continue;
    const found = aggregatedField(asked, id, facts);
    const key = JSON.stringify(found);
    const group = groups.get(key) ?? { ids: [], found };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const ANYWHERE: readonly string[] = [...HEADER_FIELDS, ...HASH_FIELDS];

/** The field of this event that a question means; undefined where such events have none. */
function fieldOf(field: CountByField['field'], id: number): QuestionField | undefined {
  if (field === 'Actor') return eventKind(id)?.actor;
  return ANYWHERE.includes(field) || (fieldsOfEvent(id) as readonly string[]).includes(field)
    ? field
    : undefined;
}
