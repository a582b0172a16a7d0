import { parseGlob } from '../../common/predicate/glob';
import type { GlobPart } from '../../common/predicate/glob';
import { guidKey } from '../../common/sysmon/process_guid';
import { askIpText, askNumberText } from './ask_value_as_text';
import type { PathCondition, PathContext } from './path_condition';
import { anyOfBounds, atLeast, exactly } from './bounds';
import type { Bounds } from './bounds';
import { luceneRegexp } from './lucene_regexp';
import { isPlainText, wildcardText } from './pattern_text';
import type { EsQuery } from './search_client';

export interface ExactTextContext extends PathContext {
  /** Keys of a flattened field take no wildcards. */
  readonly keyed: boolean;
}

type TextKind = 'equals' | 'contains' | 'starts' | 'ends' | 'glob' | 'regex';
interface Wanted {
  readonly kind: TextKind;
  readonly value: string;
  readonly cased?: boolean;
}

/** A condition on a field that is indexed as the whole text it holds. */
export function askExactText(asked: PathCondition, context: ExactTextContext): Bounds {
  const { condition, fieldType, path } = asked;
  switch (condition.kind) {
    case 'exists':
      return exactly({ exists: { field: path } });
    case 'cidr':
    case 'compare':
      return fieldType === 'ip' || condition.kind === 'cidr'
        ? askIpText(asked, context)
        : askNumberText(asked, context);
    default:
      break;
  }
  if (fieldType === 'guid') return askGuid(path, condition, context);
  if (condition.kind === 'equals' && !condition.cased) {
    if (fieldType === 'ip') return askIpText(asked, context);
    if (fieldType === 'number') return askNumberText(asked, context);
  }
  return condition.cased ? casedText(path, condition, context) : plainText(path, condition, context);
}

/** Sysmon, Winlogbeat and others write GUIDs with and without braces, in upper and lower case. */
function askGuid(path: string, { kind, value }: Wanted, context: ExactTextContext): Bounds {
  const key = guidKey(value);
  const bare = value.replace(/^\{|\}$/g, '');
  const plain = (as: TextKind, text: string) => plainText(path, { kind: as, value: text }, context);
  switch (kind) {
    case 'equals':
      return key === undefined
        ? plain('equals', value)
        : anyOfBounds([plain('equals', key), plain('equals', `{${key}}`)]);
    case 'contains':
      return plain('contains', bare);
    case 'starts':
      return anyOfBounds([plain('starts', bare), plain('starts', `{${bare}`)]);
    case 'ends':
      return anyOfBounds([plain('ends', bare), plain('ends', `${bare}}`)]);
    default:
      return hasText(path, 'a pattern over a GUID');
  }
}

/** A normalizer may have taken the case away. */
function casedText(path: string, wanted: Wanted, context: ExactTextContext): Bounds {
  const { upper } = plainText(path, { ...wanted, cased: false }, context);
  return atLeast(upper, 'upper and lower case told apart');
}

function plainText(path: string, { kind, value }: Wanted, context: ExactTextContext): Bounds {
  if (kind === 'equals' && isPlainText(value)) return exactly(term(path, value));
  if (value === '' && kind !== 'glob') return hasText(path, 'the empty text', kind !== 'equals');
  if (!context.patterns) return hasText(path, context.patternsReason);
  if (kind === 'starts' && isPlainText(value))
    return exactly({ prefix: { [path]: { value, case_insensitive: true } } });
  if (context.keyed) return hasText(path, `${path} is flattened`);
  return kind === 'regex' ? regexp(path, value) : wildcard(path, globOf(kind, value));
}

function globOf(kind: Exclude<TextKind, 'regex'>, value: string): readonly GlobPart[] {
  const text = { text: value };
  switch (kind) {
    case 'equals':
      return [text];
    case 'contains':
      return ['any', text, 'any'];
    case 'starts':
      return [text, 'any'];
    case 'ends':
      return ['any', text];
    case 'glob':
      return parseGlob(value);
  }
}

const hasNoLetters = (text: string): boolean => !/[a-z]/i.test(text);

/** Without letters no case: a plain term is cheaper. */
const term = (path: string, value: string): EsQuery =>
  hasNoLetters(value) ? { term: { [path]: value } } : { term: { [path]: { value, case_insensitive: true } } };

function wildcard(path: string, parts: readonly GlobPart[]): Bounds {
  const { text, exact } = wildcardText(parts);
  const query = { wildcard: { [path]: { value: text, case_insensitive: true } } };
  return exact ? exactly(query) : atLeast(query, 'case of letters beyond ASCII, or a long text');
}

function regexp(path: string, pattern: string): Bounds {
  const translated = luceneRegexp(pattern);
  if (!translated) return hasText(path, 'a regular expression that Elasticsearch lacks');
  const query = { regexp: { [path]: { value: translated.text, flags: 'NONE' } } };
  return translated.exact ? exactly(query) : atLeast(query, 'a regular expression that Elasticsearch lacks');
}

function hasText(path: string, reason: string, exact = false): Bounds {
  const exists = { exists: { field: path } };
  if (!exact) return atLeast(exists, reason);
  return exactly({ bool: { filter: [exists], must_not: [{ term: { [path]: '' } }] } });
}
