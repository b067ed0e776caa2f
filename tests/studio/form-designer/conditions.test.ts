import { describe, expect, it } from 'vitest';
import { rowsOf, whenOf } from '../../../studio/form-designer/questions/condition-rows.ts';
import { dependentsOf, dependentsOnAnswer } from '../../../studio/form-designer/questions/dependents.ts';
import type { When } from '../../../studio/form-designer/questions/question.ts';
import { withConditions } from '../../../studio/form-designer/questions/question-conditions.ts';
import { removeQuestion } from '../../../studio/form-designer/questions/place-question.ts';
import { packForm } from './form-edits.ts';

const options = [
  { value: 'rubbish', title: '垃圾清运', group: '环境卫生' },
  { value: 'toilet', title: '公厕', group: '环境卫生' },
  { value: 'lamp', title: '路灯', group: '设施维修' },
];

describe('the rows of a condition', () => {
  it.each([
    ['an answer', { all: [{ field: 'a', equals: 'x' }] }],
    ['one of several', { any: [{ field: 'a', in: ['x', 1, true] }] }],
    ['another answer', { all: [{ field: 'a', not: 'x' }] }],
    ['one among others', { all: [{ field: 'a', contains: 'x' }] }],
    [
      'a whole group',
      {
        all: [
          { field: 'a', group: '环境卫生' },
          { field: 'b', filled: true },
        ],
      },
    ],
  ] as const)('say %s and are written as they were read', (_, when: When) => {
    const rows = rowsOf(when);

    expect(rows && whenOf(rows, () => options)).toEqual(when);
  });

  it('say a group alone as the group, and beside other answers as the answers it has', () => {
    const group = { field: 'a', comparison: 'is', answers: ['group:环境卫生'] } as const;
    const more = { ...group, answers: [...group.answers, '"lamp"', '"toilet"'] };

    expect(whenOf({ joined: 'all', rows: [group] }, () => options)).toEqual({
      all: [{ field: 'a', group: '环境卫生' }],
    });
    expect(whenOf({ joined: 'all', rows: [more] }, () => options)).toEqual({
      all: [{ field: 'a', in: ['rubbish', 'toilet', 'lamp'] }],
    });
  });

  it('do not say what they cannot, which is then kept as it is', () => {
    expect(rowsOf({ all: [{ field: 'a', filled: true }], any: [{ field: 'b', filled: true }] })).toBeNull();
    expect(rowsOf({ all: [{ field: 'a', equals: 'x', more: 1 } as { field: string; equals: string }] })).toBeNull();
  });
});

describe('rules that speak of several questions', () => {
  const when = { all: [{ field: 'onTheSpot', equals: true }] };
  const rules = [{ when, show: ['result', 'resultPhotos'], require: ['result'] }];

  it('keep speaking of the others when one gets a reason of its own', () => {
    const other = { all: [{ field: 'category', group: '环境卫生' }] };

    expect(withConditions(rules, 'result', [{ when: other, show: true, require: false }])).toEqual([
      { when, show: ['resultPhotos'] },
      { when: other, show: ['result'] },
    ]);
  });

  it('take in a question that gets the same reason', () => {
    expect(withConditions(rules, 'photos', [{ when, show: false, require: true }])).toEqual([
      { when, show: ['result', 'resultPhotos'], require: ['result', 'photos'] },
    ]);
  });

  it('stay in their place when the only reason of the only question is changed', () => {
    const alone = [
      { when, show: ['a'] },
      { when: { any: [{ field: 'b', filled: true as const }] }, show: ['c'] },
    ];
    const changed = { all: [{ field: 'onTheSpot', equals: false }] };

    expect(withConditions(alone, 'a', [{ when: changed, show: true, require: false }])).toEqual([
      { when: changed, show: ['a'] },
      alone[1],
    ]);
  });
});

describe('who depends on a question', () => {
  const form = packForm('report');

  it('is said with how, before it is deleted', () => {
    expect(dependentsOf(form, 'onTheSpot')).toEqual([
      { path: 'result', how: 'asked' },
      { path: 'resultPhotos', how: 'asked' },
    ]);
    expect(dependentsOf(form, 'wantsAnswer')).toEqual([{ path: 'reporterName', how: 'required' }]);
    expect(dependentsOf(form, 'place')).toEqual([]);
  });

  it('is said for one of its answers', () => {
    expect(dependentsOnAnswer(packForm('feedback'), 'how', 'not-reached')).toEqual([
      { path: 'attempts', how: 'asked' },
    ]);
    expect(dependentsOnAnswer(packForm('feedback'), 'how', 'phone')).toHaveLength(4);
  });

  it('does so no longer when it is gone; those questions are then always asked', () => {
    const left = removeQuestion(form, 'onTheSpot');

    expect(left.rules).toEqual(form.rules.slice(0, 2));
  });
});
