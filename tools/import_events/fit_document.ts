import { fieldSchemas } from '../../common/field_schemas/field_schemas';

/** A value that cannot be a field of the index, with where it stood. */
export interface Misfit {
  readonly path: string;
  readonly value: unknown;
  readonly why: 'name' | 'depth' | 'too_many_fields' | 'object_and_value';
}

export interface FitDocument {
  readonly document: Readonly<Record<string, unknown>>;
  readonly misfits: readonly Misfit[];
}

/** Kind of every field path that the index has. An index knows a path either as an object or as a value. */
export type KnownFields = Map<string, 'object' | 'value'>;

/**
 * What the paths of the known shapes are. They always find room, and nothing that came before can make a value of what is an
 * object there (`winlog`) or the other way round. Paths that are an object in one shape and a value in another are not fixed.
 */
const EXPECTED: ReadonlyMap<string, 'object' | 'value' | 'either'> = expectedKinds();

function expectedKinds(): Map<string, 'object' | 'value' | 'either'> {
  const kinds = new Map<string, 'object' | 'value' | 'either'>();
  const paths = fieldSchemas.flatMap(({ header, places }) => [
    ...Object.values(header).flat(),
    ...places.flatMap((place) => place.paths),
  ]);
  for (const [path, kind] of paths.flatMap((whole) => neededPaths(whole, 'value')))
    kinds.set(path, (kinds.get(path) ?? kind) === kind ? kind : 'either');
  return kinds;
}

const MAX_FIELDS = 2200; // the index allows 3,000
const MAX_DEPTH = 15; // Elasticsearch's limit is 20
const MAX_NAME = 250;

/**
 * Takes out what would make Elasticsearch refuse the document: empty or overlong names, too deep nesting, more field names
 * than an index may have, and a name that is an object here and a value there (NXLog's `host` beside the ECS's).
 */
export function fitDocument(source: Readonly<Record<string, unknown>>, known: KnownFields): FitDocument {
  const misfits: Misfit[] = [];
  const document = fitObject(source, { known, misfits, prefix: '', depth: 1 });
  return { document, misfits };
}

interface Place {
  readonly known: KnownFields;
  readonly misfits: Misfit[];
  readonly prefix: string;
  readonly depth: number;
}

function fitObject(source: Readonly<Record<string, unknown>>, place: Place): Record<string, unknown> {
  const fit: [string, unknown][] = [];
  for (const [name, value] of Object.entries(source)) {
    const path = place.prefix + name;
    const why = value === null ? undefined : reasonAgainst({ name, path, value, place });
    if (why) place.misfits.push({ path, value, why });
    else
      fit.push([
        name,
        fitValue(value, { ...place, prefix: `${path}.`, depth: place.depth + name.split('.').length }),
      ]);
  }
  return Object.fromEntries(fit); // takes a name like __proto__ for a name
}

function fitValue(value: unknown, place: Place): unknown {
  if (Array.isArray(value))
    return value.map((member) => (isObject(member) ? fitObject(member, place) : member));
  return isObject(value) ? fitObject(value, place) : value;
}

interface Candidate {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
  readonly place: Place;
}

function reasonAgainst({ name, path, value, place }: Candidate): Misfit['why'] | undefined {
  // Elasticsearch reads dots as nesting and refuses empty parts.
  if (name.length > MAX_NAME || name.split('.').some((part) => part.trim() === '')) return 'name';
  if (place.depth + name.split('.').length > MAX_DEPTH) return 'depth';
  const kind = kindOf(value);
  if (kind === 'mixed') return 'object_and_value';
  const needed = neededPaths(path, kind);
  if (needed.some(([part, as]) => (place.known.get(part) ?? expectedAs(part, as)) !== as))
    return 'object_and_value';
  const added = needed.filter(([part]) => !place.known.has(part));
  const is_expected = added.every(([part]) => EXPECTED.has(part));
  if (!is_expected && place.known.size + added.length > MAX_FIELDS) return 'too_many_fields';
  added.forEach(([part, as]) => place.known.set(part, as));
  return undefined;
}

function expectedAs(path: string, as: 'object' | 'value'): 'object' | 'value' {
  const kind = EXPECTED.get(path) ?? 'either';
  return kind === 'either' ? as : kind;
}

/** `a.b` as a value needs `a` as an object. */
function neededPaths(path: string, kind: 'object' | 'value'): [string, 'object' | 'value'][] {
  const parts = path.split('.');
  return parts.map((_, i) => [parts.slice(0, i + 1).join('.'), i + 1 === parts.length ? kind : 'object']);
}

function kindOf(value: unknown): 'object' | 'value' | 'mixed' {
  if (!Array.isArray(value)) return isObject(value) ? 'object' : 'value';
  const members = value.flat(Infinity).filter((member) => member !== null);
  if (!members.some(isObject)) return 'value';
  return value.every(isObject) ? 'object' : 'mixed';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
