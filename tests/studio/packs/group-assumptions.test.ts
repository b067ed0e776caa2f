import { describe, expect, it } from 'vitest';
import { groupAssumptions, kindOfDefinition } from '../../../studio/packs/group-assumptions.ts';

const because = '原文没有写人数';

describe('assumed values', () => {
  it('of one definition with one reason are one line', () => {
    const assumed = [
      { definition: 'posts.json', what: '/posts/grid-head/min', reason: because },
      { definition: 'limits.json', what: '/limits/assign/amount', reason: '原文没有印时限' },
      { definition: 'posts.json', what: '/posts/grid-head/max', reason: because },
    ];
    expect(groupAssumptions({ assumed })).toEqual([
      { definition: 'posts.json', reason: because, places: ['/posts/grid-head/min', '/posts/grid-head/max'] },
      { definition: 'limits.json', reason: '原文没有印时限', places: ['/limits/assign/amount'] },
    ]);
  });
});

describe('a definition', () => {
  it.each([
    ['posts.json#/posts/grid-head', 'definition.posts'],
    ['processes/case-handling.bpmn', 'definition.processes'],
    ['elsewhere.json', undefined],
  ])('%s is of the kind %s', (file, kind) => {
    expect(kindOfDefinition(file)).toBe(kind);
  });
});
