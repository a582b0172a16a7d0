/** A document as Elasticsearch's `fields` option answers it, and Discover hands it on: path -> array of values. */
export function asFields(source: object, prefix = ''): Readonly<Record<string, unknown[]>> {
  const fields: Record<string, unknown[]> = {};
  for (const [key, value] of Object.entries(source) as [string, unknown][]) {
    const path = prefix + key;
    for (const one of [value].flat()) {
      const deeper =
        typeof one === 'object' && one !== null ? asFields(one, `${path}.`) : { [path]: [one] as unknown[] };
      for (const [name, values] of Object.entries(deeper))
        fields[name] = [...(fields[name] ?? []), ...values];
    }
  }
  return fields;
}
