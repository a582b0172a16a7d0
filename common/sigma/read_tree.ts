import type { Position, Problems } from './problem';
import type { YamlMap, YamlNode } from './yaml_tree';

/** The value under a key; undefined where there is none. Maps of rules are short: no index. */
export const valueAt = (map: YamlMap, key: string): YamlNode | undefined =>
  map.entries.find((entry) => entry.key === key)?.value;

/** A scalar as text; numbers and dates as written. Undefined for null, lists and maps. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

export const textAt = (map: YamlMap, key: string): string | undefined => textOf(valueAt(map, key));

/** The texts of a list, or the one text that stands in its place. */
export function textsAt(map: YamlMap, key: string): readonly string[] {
  const node = valueAt(map, key);
  return (node?.kind === 'list' ? node.items : [node]).flatMap((item) => textOf(item) ?? []);
}

/** The map under a key; a problem, and undefined, where there is none. */
export function mapAt(
  map: YamlMap,
  { key, problems }: { key: string; problems: Problems },
): YamlMap | undefined {
  const node = valueAt(map, key);
  if (node?.kind === 'map') return node;
  problems.error(node?.position ?? map.position, `The document needs a map under "${key}".`);
  return undefined;
}

/** A place in a scalar's text -> place in the file; its start where the file spells the text differently. */
export function positionIn(node: YamlNode): (offset: number) => Position {
  const { line, column } = node.position;
  const exact = node.kind === 'scalar' && node.letterByLetter;
  const text = exact ? node.source : '';
  const quote = exact && node.quoted ? 1 : 0;
  return (offset) => {
    if (!exact) return node.position;
    const before = text.slice(0, offset).split('\n');
    return before.length > 1 ? node.position : { line, column: column + quote + offset };
  };
}
