import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feel } from './evaluate-feel.ts';

/** Amounts of money in hundredths, exact as whole numbers. */
const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });
const amount = (of: number): string => (of / 100).toFixed(2);

describe('decimals', () => {
  it('add and subtract amounts exactly', () => {
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        expect(feel(`${amount(one)} + (${amount(other)})`)).toBe((one + other) / 100);
        expect(feel(`${amount(one)} - (${amount(other)})`)).toBe((one - other) / 100);
      }),
    );
  });

  it('sum a list to the same whichever way it is ordered', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 20 }), (items) => {
        const list = items.map(amount);

        expect(feel(`sum([${list.join(', ')}]) = sum([${[...list].reverse().join(', ')}])`)).toBe(true);
        expect(feel(`sum([${list.join(', ')}])`)).toBe(items.reduce((sum, next) => sum + next, 0) / 100);
      }),
    );
  });

  it('leave as the JSON numbers they came in as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (number) => {
        fc.pre(Math.abs(number) > 1e-300 || number === 0);

        expect(feel('x', { x: number })).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it('round halves to even when they leave 34 digits', () => {
    expect(feel('string(1 / 3)')).toBe(`0.${'3'.repeat(34)}`);
    expect(feel('string(10000000000000000000000000000000005 / 10)')).toBe('1000000000000000000000000000000000');
  });
});
