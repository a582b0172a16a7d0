/** Random choices that are the same for the same seed on every machine. */
export interface SeededRandom {
  /** 0 <= x < 1. */
  float(): number;
  /** Whole number, from <= x <= to. */
  between(from: number, to: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  chance(probability: number): boolean;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A generator of its own, so that one more choice here does not change all later ones there. */
  fork(name: string): SeededRandom;
}

export function seededRandom(seed: string): SeededRandom {
  let state = hash32(seed);
  const float = () => {
    state = (state + 0x9e3779b9) >>> 0; // golden-ratio step: a full period of 2^32
    return mix32(state) / 0x1_0000_0000;
  };
  const between = (from: number, to: number) => from + Math.floor(float() * (to - from + 1));
  return {
    float,
    between,
    pick: ([first, ...rest]) => rest[between(0, rest.length) - 1] ?? first,
    chance: (probability) => float() < probability,
    hex: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}

/** Spreads every bit of a 32-bit number over all others. */
function mix32(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

function hash32(text: string): number {
  let h = 0;
  for (const char of text) h = mix32(h ^ (char.codePointAt(0) ?? 0));
  return h;
}
