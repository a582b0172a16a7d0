import { allOfBounds, allQ, anyOfBounds, atLeast, EVERYTHING, exactly, NONE, NOTHING, notQ } from './bounds';
import type { Bounds } from './bounds';
import { askBoolean, askDate, askIp, askNumber } from './ask_typed_value';
import { askExactText } from './ask_exact_text';
import { askWords } from './ask_words';
import { existsQ, ignoredAt } from './path_condition';
import type { PathCondition, PathContext } from './path_condition';
import type { PathType } from './path_types';

const TEXT_LIKE = new Set(['keyword', 'wildcard', 'constant_keyword', 'flattened']);
const WORDS = new Set(['text', 'match_only_text', 'search_as_you_type', 'annotated_text']);
const NUMBERS = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long', 'double']);
const DATES = new Set(['date', 'date_nanos']);

/** Documents with a value (other than the empty text) at a path. */
export function askExists(path: string, context: PathContext): Bounds {
  const { types } = context;
  return perType(types.typesOf(path), (type) => {
    if (!type.searchable) return unsearchable(path);
    const exists = existsQ(path);
    if (WORDS.has(type.type)) return wordsExist(path, context);
    if (!TEXT_LIKE.has(type.type)) return orIgnored(exactly(exists), path);
    return orIgnored(exactly(allQ([exists, notQ({ term: { [path]: '' } })])), path);
  });
}

/** Empty text has norms, so it exists for Elasticsearch; but it has no words. Signs alone have no words either: memory tells. */
function wordsExist(path: string, { types, patterns }: PathContext): Bounds {
  const [twin] = types.exactTwins(path);
  if (twin !== undefined) return exactly(allQ([existsQ(path), notQ({ term: { [twin]: '' } })]));
  const has_word = patterns ? { wildcard: { [path]: { value: '?*' } } } : NONE;
  return atLeast(existsQ(path), `${path} is mapped as text`, has_word);
}

/** A condition on the text at a path, for every way in which the path is mapped. */
export function askPath(asked: PathCondition, context: PathContext): Bounds {
  if (asked.condition.kind === 'exists') return askExists(asked.path, context);
  return perType(context.types.typesOf(asked.path), (type) => {
    if (!type.searchable) return unsearchable(asked.path);
    return orIgnored(askType(type, asked, context), asked.path);
  });
}

function askType({ type }: PathType, asked: PathCondition, context: PathContext): Bounds {
  if (TEXT_LIKE.has(type)) return askExactText(asked, { ...context, keyed: type === 'flattened' });
  if (WORDS.has(type)) return askTwinOrWords(asked, context);
  if (NUMBERS.has(type)) return askNumber(asked, type);
  if (type === 'ip') return askIp(asked);
  if (type === 'boolean') return askBoolean(asked);
  if (DATES.has(type)) return askDate(asked);
  return atLeast(existsQ(asked.path), `${asked.path} is mapped as ${type}`);
}

/** A multi-field with exact values says it, except for documents where it is missing (too long for it, or older than it). */
function askTwinOrWords(asked: PathCondition, context: PathContext): Bounds {
  const [twin] = context.types.exactTwins(asked.path);
  if (twin === undefined) return askWords(asked);
  const on_twin = askExactText({ ...asked, path: twin }, { ...context, keyed: false });
  const without_twin = allQ([existsQ(asked.path), notQ(existsQ(twin))]);
  return anyOfBounds([on_twin, atLeast(without_twin, `${asked.path} is text where ${twin} is missing`)]);
}

/** Values that Elasticsearch left out of the index (ignore_above, ignore_malformed) stand in _source: only memory knows them. */
const orIgnored = (bounds: Bounds, path: string): Bounds =>
  anyOfBounds([bounds, atLeast(ignoredAt(path), `${path} is longer or other than its mapping takes`)]);

const unsearchable = (path: string): Bounds => ({
  ...EVERYTHING,
  lower: NONE,
  reasons: [`${path} is not indexed`],
});

/** Each mapping asked in the indices that have it. */
function perType(types: readonly PathType[], ask: (type: PathType) => Bounds): Bounds {
  if (types.length === 0) return NOTHING;
  return anyOfBounds(
    types.map((type) => {
      const bounds = ask(type);
      if (types.length === 1 || !type.indices) return bounds;
      return allOfBounds([exactly({ terms: { _index: type.indices } }), bounds]);
    }),
  );
}
