import { isRecord, ownValue } from './values';

/** A document: what is stored, and what Elasticsearch answered field by field. */
export interface DocumentValues {
  readonly source: object;
  readonly fields: object | undefined;
}

const NOTHING = {};

export function documentValues(source: unknown, fields: unknown): DocumentValues | undefined {
  const hasFields = isRecord(fields);
  if (!isRecord(source) && !hasFields) return undefined;
  return { source: isRecord(source) ? source : NOTHING, fields: hasFields ? fields : undefined };
}

/** A path that may stand nested, with dotted keys, or mixed. */
export interface DocumentPath {
  readonly path: string;
  readonly steps: readonly Step[];
}

/** At one level of a path: a key that can stand there ("a", "a.b") and what is left of the path behind it. */
interface Step {
  readonly key: string;
  readonly rest: readonly Step[] | undefined;
}

const PATHS = new Map<string, DocumentPath>();
/** Members of an array of objects that are looked into; Sysmon's text holds far fewer answers. */
const MAX_MEMBERS = 10_000;

/** Prepares a path of the tables. Never called with a name out of a document. */
export function documentPath(path: string): DocumentPath {
  const known = PATHS.get(path);
  if (known) return known;
  const made = { path, steps: stepsOf(path.split('.')) };
  PATHS.set(path, made);
  return made;
}

function stepsOf(parts: readonly string[]): readonly Step[] {
  return parts.map((_, end) => ({
    key: parts.slice(0, end + 1).join('.'),
    rest: end + 1 === parts.length ? undefined : stepsOf(parts.slice(end + 1)),
  }));
}

/** The value at a path, hostile as it is; undefined where there is nothing or null. */
export function valueAt(values: DocumentValues, path: DocumentPath): unknown {
  const found = walk(values.source, path.steps);
  if (found !== undefined || values.fields === undefined) return found;
  return ownValue(values.fields, path.path) ?? undefined;
}

function walk(from: object, steps: readonly Step[]): unknown {
  for (const { key, rest } of steps) {
    const value = ownValue(from, key);
    if (value === undefined || value === null) continue;
    if (rest === undefined) return value;
    if (typeof value !== 'object') continue;
    const found = Array.isArray(value) ? walkEach(value, rest) : walk(value, rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An array of objects, as dns.answers: the values of all its members, as Elasticsearch sees them. */
function walkEach(members: readonly unknown[], steps: readonly Step[]): unknown {
  const found = members
    .slice(0, MAX_MEMBERS)
    .map((member) => (isRecord(member) ? walk(member, steps) : undefined))
    .filter((value) => value !== undefined);
  return found.length === 0 ? undefined : found.flat();
}
