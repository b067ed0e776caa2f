import { describe, expect, it } from 'vitest';
import { operations } from '../../server/http/contract/operations.ts';
import type { AnyOperation } from '../../server/http/contract/operation.ts';
import { operationGroups } from '../../server/http/operation-groups.ts';
import { askedBy, lostReferences, undescribed } from './described.ts';

/** An operation of one query parameter that says of itself what is given. */
function asking(description: string): AnyOperation {
  return {
    id: 'listThings',
    method: 'GET',
    path: '/api/things',
    summary: 'Things',
    group: 'cases',
    access: 'signed-in',
    query: { type: 'object', properties: { depth: { type: 'integer', description } } },
    answer: {},
  };
}

describe('what the API asks for', () => {
  it('is described, every parameter and every field of a body', () => {
    expect(operations.flatMap(askedBy).length).toBeGreaterThan(400);
    expect(undescribed(operations)).toEqual([]);
  });

  it('sends readers only to operations that exist', () => {
    expect(lostReferences(operations)).toEqual([]);
  });

  it('stands in a group that is described, and no group is empty', () => {
    const groups = new Set(operations.map(({ group }) => group));
    expect([...groups].toSorted()).toEqual(Object.keys(operationGroups).toSorted());
  });

  it.each(['', 'Depth', 'how deep, in levels of areas.'])('is not described by "%s"', (description) => {
    expect(undescribed([asking(description)])).toEqual(['listThings depth']);
  });

  it('is not described by an operation that does not exist', () => {
    expect(lostReferences([asking('How deep, as `readDepths` answers it.')])).toEqual(['listThings depth: readDepths']);
  });
});
