import type { FormCondition, PathQuestion } from '../../common/field_schemas/field_forms';
import type { FieldPlace, FieldSchema } from '../../common/field_schemas/field_schema';
import { MARKERS, placesOf } from '../../common/field_schemas/field_schemas';
import { FIRST_PATH } from '../../common/field_schemas/forms/first_path';
import { SYSMON_CHANNEL } from '../../common/predicate/field_value';
import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { askExists, askPath } from './ask_path';
import { existsQ, ignoredAt } from './path_condition';
import type { PathContext } from './path_condition';
import {
  allOfBounds,
  allQ,
  anyOfBounds,
  anyQ,
  atLeast,
  EVERYTHING,
  exactly,
  NONE,
  NOTHING,
  notBounds,
  notQ,
} from './bounds';
import type { Bounds } from './bounds';
import type { IndexFacts } from './index_facts';
import type { EsQuery } from './search_client';

const PROVIDER = 'Microsoft-Windows-Sysmon';

/** Documents with a mapped value; the paths of headers hold short values, which no mapping leaves out. */
const hasQ = (path: string, { types }: PathContext): EsQuery =>
  types.paths.has(path) ? existsQ(path) : NONE;

/** Documents that show the schema's signature, as hasSignature says of one document. A long first argument may be left out of the index. */
function fitsSchema({ signature, unless, header }: FieldSchema, context: PathContext): Bounds {
  const any = (paths: readonly string[]) =>
    anyOfBounds(
      paths
        .filter((path) => context.types.paths.has(path))
        .map((path) =>
          anyOfBounds([exactly(existsQ(path)), atLeast(ignoredAt(path), `${path} is too long`)]),
        ),
    );
  const has_id = exactly(anyQ(header.event_id.map((path) => hasQ(path, context))));
  const excluded = unless ? allOfBounds([any([unless.path]), notBounds(any(unless.but))]) : NOTHING;
  return allOfBounds([has_id, any(signature), notBounds(excluded)]);
}

/** Documents that reading takes by this schema: they fit it and none before it. */
export function takenBySchema(
  schema: FieldSchema,
  schemas: readonly FieldSchema[],
  context: PathContext,
): Bounds {
  const earlier = schemas.slice(0, schemas.indexOf(schema));
  return allOfBounds([
    fitsSchema(schema, context),
    ...earlier.map((one) => notBounds(fitsSchema(one, context))),
  ]);
}

/** Documents whose header holds a fixed word; of its paths the first with a value counts. */
function headerIs(paths: readonly string[], value: string, context: PathContext): EsQuery {
  const mapped = paths.filter((path) => context.types.paths.has(path));
  const first = mapped.map((path, at) =>
    allQ([
      headerValue(path, value, context),
      ...mapped.slice(0, at).map((earlier) => notQ(existsQ(earlier))),
    ]),
  );
  return anyQ(first);
}

/** The fixed words of headers are short, so no mapping leaves them out, and no other provider has the same words. */
function headerValue(path: string, value: string, { types }: PathContext): EsQuery {
  const [twin] = types.exactTwins(path);
  const in_words: EsQuery = { match_phrase: { [path]: value } };
  return anyQ(
    types.typesOf(path).map(({ type }): EsQuery => {
      const is_words = type === 'text' || type === 'match_only_text';
      if (is_words && twin === undefined) return in_words;
      return { term: { [is_words && twin ? twin : path]: { value, case_insensitive: true } } };
    }),
  );
}

/** Documents of Sysmon among those of a schema: provider, else channel, else (bare shapes) what only Sysmon writes. */
export function sysmonOfSchema(schema: FieldSchema, context: PathContext): Bounds {
  const { provider, channel } = schema.header;
  const named = (paths: readonly string[], value: string) => exactly(headerIs(paths, value, context));
  const hasNone = (paths: readonly string[]) =>
    exactly(notQ(anyQ(paths.filter((path) => context.types.paths.has(path)).map(existsQ))));
  return anyOfBounds([
    named(provider, PROVIDER),
    allOfBounds([hasNone(provider), named(channel, SYSMON_CHANNEL)]),
    schema.bare
      ? allOfBounds([hasNone(provider), hasNone(channel), looksLikeSysmon(schema, context)])
      : NOTHING,
  ]);
}

function looksLikeSysmon(schema: FieldSchema, context: PathContext): Bounds {
  const markers = MARKERS.flatMap((field) => placesOf(schema, field).flatMap((place) => place.paths));
  return allOfBounds([
    askEventIds(
      schema,
      EVENT_KINDS.map(({ id }) => id),
      context,
    ),
    exactly(anyQ(schema.header.utc_time.map((path) => hasQ(path, context)))),
    exactly(anyQ([...new Set(markers)].map((path) => hasQ(path, context)))),
  ]);
}

/** Events with one of these ids, whether mapped as number, keyword or text. */
export function askEventIds(schema: FieldSchema, ids: readonly number[], context: PathContext): Bounds {
  if (ids.length === 0) return NOTHING;
  const mapped = schema.header.event_id.filter((path) => context.types.paths.has(path));
  const any = mapped.map((path, at) =>
    allQ([{ terms: { [path]: [...ids] } }, ...mapped.slice(0, at).map((earlier) => notQ(existsQ(earlier)))]),
  );
  return exactly(anyQ(any));
}

/** The same over all schemas of some indices, whose documents differ in where the id stands. */
export function eventIdsQ(
  ids: readonly number[],
  { schemas, types }: Pick<IndexFacts, 'schemas' | 'types'>,
): EsQuery {
  const context = { types, patterns: true, patternsReason: '' };
  const different = new Map(schemas.map((schema) => [schema.header.event_id.join(), schema]));
  return anyQ([...different.values()].map((schema) => askEventIds(schema, ids, context).upper));
}

/** Events with ids that Sysmon does not have yet. Between numbers that is a range, which finds nothing fast. */
export function unknownIdsQ(facts: Pick<IndexFacts, 'schemas' | 'types'>): EsQuery {
  const ids = EVENT_KINDS.map(({ id }): number => id);
  const paths = [...new Set(facts.schemas.flatMap(({ header }) => header.event_id))];
  const mapped = paths.filter((path) => facts.types.paths.has(path));
  const are_numbers = mapped.every((path) => facts.types.typesOf(path).every(({ type }) => WHOLE.has(type)));
  if (!are_numbers) return notQ(eventIdsQ(ids, facts));
  const first = (at: number) => mapped.slice(0, at).map((earlier) => notQ(existsQ(earlier)));
  return anyQ(mapped.map((path, at) => allQ([anyQ(gapsBetween(ids, path)), ...first(at)])));
}

const WHOLE = new Set(['long', 'integer', 'short']);

function gapsBetween(ids: readonly number[], path: string): readonly EsQuery[] {
  const edges = [-1, ...ids, 65_536];
  const gaps = edges.slice(1).map((to, at) => ({ gt: edges[at] ?? 0, lt: to }));
  return gaps.filter(({ gt, lt }) => lt - gt > 1).map((range) => ({ range: { [path]: range } }));
}

export interface PlaceQuestion {
  readonly condition: FormCondition;
  readonly fieldType: Parameters<typeof askPath>[0]['fieldType'];
  readonly test: (text: string) => boolean;
}

/** A condition on one place of a field, by the form in which the place holds it. */
export function askPlace({ paths, form }: FieldPlace, question: PlaceQuestion, context: PathContext): Bounds {
  const mapped = form ? paths : paths.filter((path) => context.types.paths.has(path));
  if (mapped.length === 0) return NOTHING;
  const { condition, test } = question;
  const { question: asked, exact } = (form ?? FIRST_PATH).ask({ condition, paths: mapped, test });
  const bounds = askPathQuestion(asked, question, context);
  if (exact) return bounds;
  return bounds.upper === NOTHING.upper
    ? NOTHING
    : { upper: bounds.upper, lower: NOTHING.lower, reasons: [`kept as ${form?.name ?? 'text'}`] };
}

function askPathQuestion(asked: PathQuestion, question: PlaceQuestion, context: PathContext): Bounds {
  switch (asked.kind) {
    case 'everything':
      return EVERYTHING;
    case 'nothing':
      return NOTHING;
    case 'and':
      return allOfBounds(asked.of.map((part) => askPathQuestion(part, question, context)));
    case 'or':
      return anyOfBounds(asked.of.map((part) => askPathQuestion(part, question, context)));
    case 'exists':
      return askExists(asked.path, context);
    case 'missing':
      return notBounds(askExists(asked.path, context));
    case 'on':
      return askPath({ ...question, path: asked.path, condition: asked.condition }, context);
  }
}
