/** Scalars of a document as text. Log values are hostile: objects, functions of a prototype and empty text are no values. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return undefined;
}

/** The one text at a path; of several (a field answered as an array) the first. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return Array.isArray(value) ? firstText(value) : scalarText(value);
}

function firstText(values: readonly unknown[]): string | undefined {
  for (const value of values) {
    const text = scalarText(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Every text at a path, in order. */
export function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    const text = scalarText(value);
    return text === undefined ? [] : [text];
  }
  return value.flatMap((one: unknown) => scalarText(one) ?? []);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property; never one of a prototype, whatever the document calls its keys. */
export const ownValue = (record: object, key: string): unknown =>
  Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
