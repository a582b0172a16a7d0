import type { FieldPlace, FieldSchema } from '../../common/field_schemas/field_schema';
import { placesOf } from '../../common/field_schemas/field_schemas';
import type { QuestionField } from '../../common/sysmon/fields';
import { existsQ, ignoredAt } from './path_condition';
import { ALL, allQ, anyQ, NONE, notQ } from './bounds';
import type { IndexFacts } from './index_facts';
import { isCountedTogether } from './path_types';
import { takenBySchema } from './schema_questions';
import type { EsQuery } from './search_client';

/** A path whose values Elasticsearch can count for a field, among the documents of `where`. */
export interface AggregatedPath {
  readonly path: string;
  readonly where: EsQuery;
}

export interface AggregatedField {
  readonly paths: readonly AggregatedPath[];
  /** Documents whose value Elasticsearch cannot count: memory does. */
  readonly others: EsQuery;
}

const COUNTABLE = new Set([
  'keyword',
  'wildcard',
  'constant_keyword',
  'ip',
  'long',
  'integer',
  'short',
  'byte',
  'boolean',
]);

/** Forms that keep the text as it is; any other form is read document by document. */
const PLAIN_FORMS = new Set<string | undefined>([undefined, 'first_path']);

/** Where the values of a field stand in events of one id, over all schemas. */
export function aggregatedField(
  field: QuestionField,
  eventId: number | undefined,
  facts: IndexFacts,
): AggregatedField {
  const { schemas, types } = facts;
  const context = { types, patterns: true, patternsReason: '' };
  const guards = schemas.length === 1 ? [] : schemas.map((schema) => takenBySchema(schema, schemas, context));
  const fields = schemas.map((schema, at) => {
    const guard = guards[at]?.lower ?? ALL;
    const { paths, others } = ofSchema(schema, field, eventId, facts);
    return {
      paths: paths.map(({ path, where }) => ({ path, where: allQ([guard, where]) })),
      others: allQ([guard, others]),
    };
  });
  const undecided = guards.flatMap(({ upper, lower }) =>
    upper === lower ? [] : [allQ([upper, notQ(lower)])],
  );
  const by_path = new Map<string, EsQuery[]>();
  for (const { path, where } of fields.flatMap(({ paths }) => paths))
    by_path.set(path, [...(by_path.get(path) ?? []), where]);
  return {
    paths: [...by_path].map(([path, where]) => ({ path, where: anyQ(where) })),
    others: anyQ([...fields.map(({ others }) => others), ...undecided]),
  };
}

function ofSchema(
  schema: FieldSchema,
  field: QuestionField,
  eventId: number | undefined,
  { types }: IndexFacts,
): AggregatedField {
  const ids = eventId === undefined ? undefined : [eventId];
  const places = placesOf(schema, field, ids).flatMap((place) =>
    place.paths.map((path): FieldPlace => ({ ...place, paths: [path] })),
  );
  const mapped = places.filter(({ paths: [path = ''] }) => types.paths.has(path));
  const paths: AggregatedPath[] = [];
  const others: EsQuery[] = [];
  const earlier: EsQuery[] = [];
  for (const {
    paths: [path = ''],
    form,
  } of mapped) {
    const here = allQ(earlier.map(notQ));
    const countable = PLAIN_FORMS.has(form?.name) ? countablePath(path, types) : undefined;
    if (countable) paths.push({ path: countable, where: here });
    const left_out = countable
      ? anyQ([ignoredAt(path), countable === path ? NONE : allQ([existsQ(path), notQ(existsQ(countable))])])
      : existsQ(path);
    others.push(allQ([left_out, ...earlier.map(notQ)]));
    earlier.push(existsQ(path));
  }
  return { paths, others: anyQ(others) };
}

function countablePath(path: string, types: IndexFacts['types']): string | undefined {
  const mapped = types.typesOf(path);
  if (isCountedTogether(mapped) && mapped.every(({ type }) => COUNTABLE.has(type))) return path;
  const [twin] = types.exactTwins(path);
  return twin !== undefined && isCountedTogether(types.typesOf(twin)) ? twin : undefined;
}
