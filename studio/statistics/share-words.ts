/** An exact share as it is stored. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * A share as a percentage with one decimal, rounded half up from the exact fraction: 2451 of 2505 is 97.8. Null when
 * there is nothing to divide by.
 */
export function percent({ numerator, denominator }: Share): string | null {
  if (denominator === 0) return null;
  const tenths = Math.floor((numerator * 2000 + denominator) / (2 * denominator));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
