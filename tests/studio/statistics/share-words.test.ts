import { describe, expect, it } from 'vitest';
import { percent } from '../../../studio/statistics/share-words.ts';

describe('a share', () => {
  it.each([
    [2451, 2505, '97.8'],
    [82, 84, '97.6'],
    [1, 2000, '0.1'],
    [1, 2001, '0.0'],
    [3, 3, '100.0'],
    [0, 7, '0.0'],
  ])('%i of %i is %s %%, rounded half up from the fraction', (numerator, denominator, words) => {
    expect(percent({ numerator, denominator })).toBe(words);
  });

  it('of nothing has no figure', () => {
    expect(percent({ numerator: 0, denominator: 0 })).toBeNull();
  });
});
