import type { FieldPlace } from '../../common/field_schemas/field_schema';
import { equalityKey, testOf } from '../../common/predicate/text_condition';
import { fieldType } from '../../common/sysmon/fields';
import type { QuestionField } from '../../common/sysmon/fields';
import { guidKey } from '../../common/sysmon/process_guid';
import type { PathContext } from './path_condition';
import { existsQ, ignoredAt } from './path_condition';
import { allOfBounds, anyOfBounds, anyQ, atLeast, exactly, NOTHING, notQ } from './bounds';
import type { Bounds } from './bounds';
import { askPlace } from './schema_questions';
import type { EsQuery } from './search_client';

/** So many values are asked one by one, without case; more of them as one list of spellings. */
const MAX_SINGLE = 200;
const LISTABLE = new Set(['keyword', 'wildcard', 'constant_keyword']);

interface Many {
  readonly field: QuestionField;
  readonly values: readonly string[];
}

/** One of several values at a place. */
export function askMany(place: FieldPlace, { field, values }: Many, context: PathContext): Bounds {
  const different = [...new Map(values.map((value) => [equalityKey(field, value), value])).values()];
  const list = place.form ? undefined : listOfGuids(place, { field, values: different }, context);
  if (list && different.length > 8) return list;
  if (different.length <= MAX_SINGLE)
    return anyOfBounds(different.map((value) => askOne(place, field, value, context)));
  const exists = askPlace(
    place,
    { condition: { kind: 'exists' }, fieldType: fieldType(field), test: () => true },
    context,
  );
  return atLeast(exists.upper, `more than ${MAX_SINGLE} values`);
}

function askOne(place: FieldPlace, field: QuestionField, value: string, context: PathContext): Bounds {
  const condition = { kind: 'equals', value } as const;
  return askPlace(place, { condition, fieldType: fieldType(field), test: testOf(field, condition) }, context);
}

/**
 * GUIDs in their four spellings (with and without braces, lower and upper case): a list of terms is far cheaper than as many
 * questions without case. Of 1.19 million events of nine collections none wrote a GUID in mixed case.
 */
function listOfGuids(
  { paths }: FieldPlace,
  { field, values }: Many,
  { types }: PathContext,
): Bounds | undefined {
  const keys = values.map((value) => guidKey(value));
  const mapped = paths.filter((path) => types.paths.has(path));
  const listable = mapped.every((path) => types.typesOf(path).every(({ type }) => LISTABLE.has(type)));
  if (fieldType(field) !== 'guid' || !listable || keys.includes(undefined)) return undefined;
  const spellings = keys.flatMap((key = '') => [key, key.toUpperCase()]).flatMap((key) => [key, `{${key}}`]);
  const at = (path: string): Bounds =>
    anyOfBounds([
      exactly(termsQ(path, spellings)),
      atLeast(ignoredAt(path), `${path} is longer than its mapping takes`),
    ]);
  if (mapped.length === 0) return NOTHING;
  return anyOfBounds(
    mapped.map((path, index) =>
      allOfBounds([at(path), ...mapped.slice(0, index).map((earlier) => exactly(notQ(existsQ(earlier))))]),
    ),
  );
}

/** Elasticsearch takes 65,536 terms at once (index.max_terms_count). */
function termsQ(path: string, terms: readonly string[]): EsQuery {
  const lists: EsQuery[] = [];
  for (let at = 0; at < terms.length; at += 65_000)
    lists.push({ terms: { [path]: terms.slice(at, at + 65_000) } });
  return anyQ(lists);
}
