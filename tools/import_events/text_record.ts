/** One record of a text: a JSON object, or what could not be read as one. Positions count from 1 within the text. */
export type TextRecord =
  | {
      readonly kind: 'object';
      readonly position: number;
      readonly value: Readonly<Record<string, unknown>>;
      readonly text: string;
    }
  | { readonly kind: 'bad'; readonly position: number; readonly reason: string; readonly excerpt: string };

const EXCERPT = 200;

export const badRecord = (position: number, reason: string, text: string): TextRecord => ({
  kind: 'bad',
  position,
  reason,
  excerpt: text.slice(0, EXCERPT),
});

/** The text of one record -> the record. */
export function parseRecord(position: number, text: string): TextRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return badRecord(position, 'not JSON', text);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return { kind: 'object', position, value: value as Record<string, unknown>, text };
  return badRecord(position, 'JSON, but no object', text);
}
