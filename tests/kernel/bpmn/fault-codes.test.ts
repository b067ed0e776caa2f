import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelFaultCodes } from '../../../server/kernel/bpmn/compile/faults/fault-codes.ts';
import { faultSentencesIn } from './fault-sentences-in.ts';

const kernel = join(import.meta.dirname, '../../../server/kernel');
const codesIn = (folder: string): readonly string[] =>
  faultSentencesIn(join(kernel, folder)).flatMap(({ code }) =>
    [...code.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, literal = '']) => literal),
  );

describe('the list of the codes of a model’s faults', () => {
  it('holds every code the compiler gives, with those of the expressions it reads, and no other', () => {
    const given = new Set([...codesIn('bpmn/compile'), ...codesIn('feel/syntax')]);

    expect(given.size).toBeGreaterThan(60);
    expect([...given].toSorted()).toEqual([...modelFaultCodes].toSorted());
  });
});
