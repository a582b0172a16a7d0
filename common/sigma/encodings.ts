const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export type Utf16 = 'utf16le' | 'utf16be' | 'utf16';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `utf16` is little-endian with a byte order mark before it. */
export function utf16(text: string, form: Utf16): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const all = form === 'utf16' ? [0xfeff, ...units] : units;
  return Uint8Array.from(
    all.flatMap((unit) => (form === 'utf16be' ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

/** Standard base64 with padding. (`btoa` and `Buffer` are not in every place where rules run.) */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const digits = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63));
    const left = bytes.length - at;
    text += digits
      .slice(0, left + 1)
      .join('')
      .padEnd(4, '=');
  }
  return text;
}

/**
 * What base64 makes of bytes that stand somewhere inside a longer text: one form for each place modulo 3, without the
 * characters that depend on the neighbours (Sigma's base64offset).
 */
export function base64AtAnyOffset(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const whole = base64(Uint8Array.from([...new Array<number>(shift).fill(32), ...bytes]));
    const cut_at_start = [0, 2, 3][shift];
    const cut_at_end = [0, 3, 2][(bytes.length + shift) % 3] ?? 0;
    return whole.slice(cut_at_start, whole.length - cut_at_end);
  });
}
