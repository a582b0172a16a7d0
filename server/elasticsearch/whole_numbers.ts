/** The whole numbers that a comparison means, both ends included; infinite where it is open. */
export function wholeNumbers({
  op,
  value,
}: {
  readonly op: 'lt' | 'le' | 'gt' | 'ge';
  readonly value: number;
}): {
  readonly from: number;
  readonly to: number;
} {
  switch (op) {
    case 'lt':
      return { from: -Infinity, to: Math.ceil(value) - 1 };
    case 'le':
      return { from: -Infinity, to: Math.floor(value) };
    case 'gt':
      return { from: Math.floor(value) + 1, to: Infinity };
    case 'ge':
      return { from: Math.ceil(value), to: Infinity };
  }
}
