import type { FieldCaps } from './path_types';

export interface CapsOfPattern {
  readonly indices: readonly string[];
  readonly fields: FieldCaps;
}

type Capability = FieldCaps[string][string];

/** Field capabilities of several patterns as of one: where types differ, each names its indices. */
export function mergeCaps(all: readonly CapsOfPattern[]): CapsOfPattern {
  const fields: Record<string, Record<string, Capability>> = {};
  for (const { indices, fields: more } of all) {
    for (const [path, types] of Object.entries(more)) {
      const known = (fields[path] ??= {});
      for (const [type, capability] of Object.entries(types))
        known[type] = joined(known[type], withIndices(capability, indices));
    }
  }
  return { indices: [...new Set(all.flatMap(({ indices }) => indices))], fields: dropNeedless(fields) };
}

const withIndices = (capability: Capability, indices: readonly string[]): Capability => ({
  ...capability,
  indices: capability.indices ?? indices,
});

function joined(a: Capability | undefined, b: Capability): Capability {
  if (!a) return b;
  return {
    ...b,
    searchable: a.searchable !== false && b.searchable !== false,
    aggregatable: a.aggregatable !== false && b.aggregatable !== false,
    indices: [...new Set([a.indices ?? [], b.indices ?? []].flat())],
  };
}

function dropNeedless(fields: FieldCaps): FieldCaps {
  const entries = Object.entries(fields).map(([path, types]): [string, FieldCaps[string]] => {
    const [only] = Object.entries(types);
    if (!only || Object.keys(types).length > 1) return [path, types];
    const { indices: _indices, ...capability } = only[1];
    return [path, { [only[0]]: capability }];
  });
  return Object.fromEntries(entries);
}
