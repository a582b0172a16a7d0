import { isObject } from './engine_request';
import type { Json } from './engine_request';

/** Field types that live in modules or x-pack -> nearest type of the bare engine. */
const NEAREST: Readonly<Record<string, string>> = {
  constant_keyword: 'keyword',
  match_only_text: 'text',
  rank_feature: 'double',
  rank_features: 'object',
  scaled_float: 'double',
  search_as_you_type: 'text',
  sparse_vector: 'object',
  unsigned_long: 'long',
  version: 'keyword',
  wildcard: 'keyword',
};

/** A mapping or template with only such field types as the engine has. */
export function coreTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(coreTypes);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, coreTypes(inner)]));
  return isField(copy) ? field(copy) : copy;
}

const isField = (value: Json): boolean =>
  typeof value.type === 'string' && value.type in NEAREST && !('properties' in value);

function field({ scaling_factor: _factor, value: _value, ...rest }: Json): Json {
  const type = NEAREST[String(rest.type)];
  return { ...rest, type, ...(type === 'object' ? { enabled: false } : {}) };
}
