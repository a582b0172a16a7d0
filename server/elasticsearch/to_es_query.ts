import type { FormCondition } from '../../common/field_schemas/field_forms';
import type { FieldPlace, FieldSchema } from '../../common/field_schemas/field_schema';
import { placesOf } from '../../common/field_schemas/field_schemas';
import { SYSMON_CHANNEL } from '../../common/predicate/field_value';
import type { Predicate } from '../../common/predicate/predicate';
import { testOf } from '../../common/predicate/text_condition';
import { ALL_FIELDS } from '../../common/sysmon/all_fields';
import { EVENT_KINDS } from '../../common/sysmon/event_kinds';
import { fieldType } from '../../common/sysmon/fields';
import type { QuestionField } from '../../common/sysmon/fields';
import type { PathContext } from './path_condition';
import { askMany } from './ask_many';
import { allOfBounds, anyOfBounds, atLeast, ALL, EVERYTHING, notBounds, NOTHING } from './bounds';
import type { Bounds } from './bounds';
import { eventIdsOf, intersect } from './event_ids_of';
import type { PathTypes } from './path_types';
import { askEventIds, askPlace, sysmonOfSchema, takenBySchema } from './schema_questions';
import type { PlaceQuestion } from './schema_questions';
import type { EsQuery } from './search_client';

export interface QueryTarget {
  readonly schemas: readonly FieldSchema[];
  readonly types: PathTypes;
  /** False where `search.allow_expensive_queries` is off. */
  readonly patterns?: boolean;
}

/** `query` finds exactly the documents, or at least them; then `sure` finds some of them and the rest is decided in memory. */
export type EsQuestion =
  | { readonly query: EsQuery; readonly exact: true }
  | {
      readonly query: EsQuery;
      readonly exact: false;
      readonly sure: EsQuery;
      readonly reasons: readonly string[];
    };

/** More wildcards and regular expressions than this in one question are left to memory. */
export const MAX_PATTERNS = 500;

/** Sysmon's documents that satisfy a predicate, in the shapes and mappings of some indices. Sound predicates only (checkPredicate). */
export function toEsQuery(predicate: Predicate, target: QueryTarget): EsQuestion {
  const { upper, lower, reasons } = predicateBounds(predicate, target);
  return upper === lower
    ? { query: upper, exact: true }
    : { query: upper, exact: false, sure: lower, reasons };
}

export function predicateBounds(predicate: Predicate, target: QueryTarget): Bounds {
  const translator = new Translator(target, countPatterns(predicate));
  return allOfBounds([translator.sysmon(), translator.translate(predicate, undefined)]);
}

function countPatterns(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.of.reduce((sum, part) => sum + countPatterns(part), 0);
    case 'not':
      return countPatterns(predicate.of);
    case 'contains':
    case 'starts':
    case 'ends':
    case 'glob':
    case 'regex':
      return 1;
    default:
      return 0;
  }
}

type Ids = ReadonlySet<number> | undefined;

class Translator {
  private readonly context: PathContext;
  private readonly guards = new Map<FieldSchema, Bounds>();

  constructor(
    private readonly target: QueryTarget,
    patterns: number,
  ) {
    const allowed = target.patterns !== false;
    this.context = {
      types: target.types,
      patterns: allowed && patterns <= MAX_PATTERNS,
      patternsReason: allowed
        ? `more than ${MAX_PATTERNS} patterns`
        : 'the cluster allows no expensive queries',
    };
  }

  sysmon(): Bounds {
    return this.perSchema(
      (schema) => JSON.stringify(schema.header),
      (schema) => sysmonOfSchema(schema, this.context),
    );
  }

  /** `ids`: event ids that the conditions beside this one leave over; then a field need not be asked for others. */
  translate(predicate: Predicate, ids: Ids): Bounds {
    switch (predicate.kind) {
      case 'all':
        return EVERYTHING;
      case 'none':
        return NOTHING;
      case 'and':
        return this.all(predicate.of, intersect(ids, eventIdsOf(predicate)));
      case 'or':
        return anyOfBounds(predicate.of.map((part) => this.translate(part, ids)));
      case 'not':
        return notBounds(this.translate(predicate.of, ids));
      case 'event_id':
        return this.eventIds(predicate.ids);
      case 'keyword':
        return atLeast(ALL, 'a text in any field');
      case 'field_ref':
        return this.fieldReference(predicate, ids);
      case 'in':
        return this.field(predicate.field, ids, (place) => askMany(place, predicate, this.context));
      default:
        return this.condition(predicate.field, predicate, ids);
    }
  }

  private all(of: readonly Predicate[], ids: Ids): Bounds {
    return allOfBounds(of.map((part) => this.translate(part, ids)));
  }

  private eventIds(ids: readonly number[]): Bounds {
    return this.perSchema(
      (schema) => schema.header.event_id.join(),
      (schema) => askEventIds(schema, ids, this.context),
    );
  }

  private condition(field: QuestionField, condition: FormCondition, ids: Ids): Bounds {
    const test = testOf(field, condition);
    if (field === 'Channel') return test(SYSMON_CHANNEL) ? EVERYTHING : NOTHING;
    if (field === 'EventID') return this.eventIdText(test);
    const question: PlaceQuestion = { condition, fieldType: fieldType(field), test };
    return this.field(field, ids, (place) => askPlace(place, question, this.context));
  }

  /** Event ids are numbers of at most 16 bits: those whose text passes, or all but those whose text does not. */
  private eventIdText(test: (text: string) => boolean): Bounds {
    const [yes, no]: [number[], number[]] = [[], []];
    for (let id = 0; id <= 0xffff; id++) (test(String(id)) ? yes : no).push(id);
    return yes.length <= no.length ? this.eventIds(yes) : notBounds(this.eventIds(no));
  }

  private fieldReference({ field, other }: { field: QuestionField; other: QuestionField }, ids: Ids): Bounds {
    const both = [field, other].map((name) => this.condition(name, { kind: 'exists' }, ids));
    const { upper } = allOfBounds(both);
    return upper === NOTHING.upper ? NOTHING : atLeast(upper, 'two fields compared');
  }

  /** A field at each of its places: in the events that have it, by the schema that reads the document, the first place that holds it. */
  private field(field: QuestionField, ids: Ids, ask: (place: FieldPlace) => Bounds): Bounds {
    const having = EVENT_KINDS.filter(({ fields }) => (fields as readonly string[]).includes(field)).map(
      ({ id }): number => id,
    );
    const is_sysmon = (ALL_FIELDS as readonly string[]).includes(field);
    const everywhere =
      !is_sysmon || having.length === 0 || (ids !== undefined && [...ids].every((id) => having.includes(id)));
    const here = everywhere ? ids : (intersect(ids, new Set(having)) ?? new Set(having));
    return this.perSchema(
      (schema) => placeKeys(this.mappedPlaces(schema, field, here)),
      (schema) => {
        const found = this.firstPlace(this.mappedPlaces(schema, field, here), { ask, ids, schema });
        return everywhere || found.upper === NOTHING.upper
          ? found
          : allOfBounds([this.eventsWith(schema, having), found]);
      },
    );
  }

  /** Also events of kinds that are not known yet: they may have any field. */
  private eventsWith(schema: FieldSchema, having: readonly number[]): Bounds {
    const others = EVENT_KINDS.map(({ id }): number => id).filter((id) => !having.includes(id));
    return notBounds(askEventIds(schema, others, this.context));
  }

  private mappedPlaces(schema: FieldSchema, field: QuestionField, ids: Ids): readonly FieldPlace[] {
    return placesOf(schema, field, ids && [...ids]).filter(({ paths }) =>
      paths.some((path) => this.target.types.paths.has(path)),
    );
  }

  private firstPlace(
    places: readonly FieldPlace[],
    { ask, ids, schema }: { ask: (place: FieldPlace) => Bounds; ids: Ids; schema: FieldSchema },
  ): Bounds {
    const exists: PlaceQuestion = { condition: { kind: 'exists' }, fieldType: 'text', test: () => true };
    const within = (place: FieldPlace, bounds: Bounds): Bounds => {
      const { events } = place;
      if (!events || (ids && [...ids].every((id) => events.includes(id)))) return bounds;
      return allOfBounds([askEventIds(schema, events, this.context), bounds]);
    };
    const held = places.map((place) => within(place, askPlace(place, exists, this.context)));
    return anyOfBounds(
      places.map((place, at) =>
        allOfBounds([within(place, ask(place)), ...held.slice(0, at).map(notBounds)]),
      ),
    );
  }

  /** Schemas that would ask the same are asked at once; where they differ, each only of the documents that it reads. */
  private perSchema(keyOf: (schema: FieldSchema) => string, ask: (schema: FieldSchema) => Bounds): Bounds {
    const { schemas } = this.target;
    const groups = groupBy(schemas, keyOf);
    if (groups.length === 1) return groups[0]?.[0] ? ask(groups[0][0]) : NOTHING;
    return anyOfBounds(
      groups.flatMap((group) =>
        group[0]
          ? [allOfBounds([anyOfBounds(group.map((schema) => this.guard(schema))), ask(group[0])])]
          : [],
      ),
    );
  }

  private guard(schema: FieldSchema): Bounds {
    const known = this.guards.get(schema);
    if (known) return known;
    const guard = takenBySchema(schema, this.target.schemas, this.context);
    this.guards.set(schema, guard);
    return guard;
  }
}

const placeKeys = (places: readonly FieldPlace[]): string =>
  JSON.stringify(places.map(({ paths, form, events }) => [paths, form?.name, events]));

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
