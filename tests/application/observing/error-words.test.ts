import { expect, it } from 'vitest';
import { errorWords } from '../../../server/application/observing/error-words.ts';

it('tells nothing of what the database quotes, and all of what the program says', () => {
  const quoting = Object.assign(new Error('invalid input syntax: "金丝雀"'), {
    code: '22P02',
    constraint: 'person_key',
  });
  expect(errorWords(quoting)).toBe('Error: database error 22P02 person_key');
  expect(errorWords(new SyntaxError('Unexpected token 金丝雀'))).not.toContain('金丝雀');
  expect(errorWords(new RangeError('no partition'))).toBe('RangeError: no partition');
  expect(errorWords(new Error('x'.repeat(2000)))).toHaveLength(500);
  expect(errorWords('金丝雀')).toBe('thrown: string');
});
