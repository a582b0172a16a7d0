/** How a path is mapped in some of the indices; `indices` absent = in all that have the path. */
export interface PathType {
  readonly type: string;
  readonly searchable: boolean;
  readonly aggregatable: boolean;
  readonly indices?: readonly string[];
}

/** What the indices of a pattern hold at a path, from field capabilities. */
export interface PathTypes {
  /** Every mapped path, objects and multi-fields included. */
  readonly paths: ReadonlySet<string>;
  typesOf(path: string): readonly PathType[];
  /** Multi-fields of a path with exact values, such as `Image.keyword`. */
  exactTwins(path: string): readonly string[];
}

interface Capability {
  readonly type?: string;
  readonly searchable?: boolean;
  readonly aggregatable?: boolean;
  readonly indices?: string | readonly string[];
}

export type FieldCaps = Readonly<Record<string, Readonly<Record<string, Capability>>>>;

/** Whole numbers of any width, texts with exact values: what Elasticsearch can merge over indices in one terms aggregation. */
const FAMILIES: Readonly<Record<string, string>> = {
  long: 'whole',
  integer: 'whole',
  short: 'whole',
  byte: 'whole',
  wildcard: 'keyword',
  constant_keyword: 'keyword',
};

/**
 * Whether one terms aggregation can count a path over all indices. Where it is a number in one and a keyword in another
 * (event ids of Winlogbeat 7 and 8), Elasticsearch fails while it merges.
 */
export function isCountedTogether(types: readonly PathType[]): boolean {
  const families = new Set(types.map(({ type }) => FAMILIES[type] ?? type));
  return families.size <= 1 && types.every(({ aggregatable }) => aggregatable);
}

const EXACT = new Set(['keyword', 'wildcard', 'constant_keyword']);
const CONTAINERS = new Set(['object', 'nested', 'unmapped']);

/** Keys of a flattened field are no paths of their own for field capabilities, but are asked like keywords. */
export function pathTypes(fields: FieldCaps): PathTypes {
  const typesOf = (path: string): readonly PathType[] => {
    const mapped = Object.entries(fields[path] ?? {}).map(toPathType);
    const usable = mapped.filter(({ type }) => !CONTAINERS.has(type));
    return usable.length > 0 ? usable : flattenedTypes(path, fields);
  };
  const twins = new Map<string, string[]>();
  for (const path of Object.keys(fields)) {
    const parent = path.slice(0, path.lastIndexOf('.'));
    if (typesOf(path).some(({ type }) => EXACT.has(type)) && typesOf(parent).length > 0)
      twins.set(parent, [...(twins.get(parent) ?? []), path]);
  }
  return { paths: new MappedPaths(fields), typesOf, exactTwins: (path) => twins.get(path) ?? [] };
}

/** Paths, and whatever lies below a flattened field. */
class MappedPaths extends Set<string> {
  constructor(private readonly fields: FieldCaps) {
    super(
      Object.keys(fields).filter((path) =>
        Object.keys(fields[path] ?? {}).some((type) => !CONTAINERS.has(type)),
      ),
    );
  }

  override has(path: string): boolean {
    return super.has(path) || flattenedTypes(path, this.fields).length > 0;
  }
}

function toPathType([type, { searchable = true, aggregatable = true, indices }]: [
  string,
  Capability,
]): PathType {
  const named = typeof indices === 'string' ? [indices] : indices;
  return { type, searchable, aggregatable, ...(named && { indices: named }) };
}

function flattenedTypes(path: string, fields: FieldCaps): readonly PathType[] {
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const root = fields[path.slice(0, dot)]?.['flattened'];
    if (root) return [{ ...toPathType(['flattened', root]), type: 'flattened' }];
  }
  return [];
}
