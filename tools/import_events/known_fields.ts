import type { MappingProperty } from '@elastic/elasticsearch/lib/api/types';
import type { KnownFields } from './fit_document';

/** The fields of an index, out of its mapping. */
export function knownFields(
  properties: Readonly<Record<string, MappingProperty>> = {},
  prefix = '',
): KnownFields {
  const known: KnownFields = new Map();
  for (const [name, property] of Object.entries(properties)) {
    const inner = 'properties' in property ? property.properties : undefined;
    const is_object = inner !== undefined || property.type === 'object' || property.type === 'nested';
    known.set(prefix + name, is_object ? 'object' : 'value');
    knownFields(inner, `${prefix}${name}.`).forEach((kind, path) => known.set(path, kind));
  }
  return known;
}
