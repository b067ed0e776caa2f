import { describe, expect, it } from 'vitest';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import { factsOf, run } from './job-examples.ts';

const ladder = { id: 'overdue', dueAt: instantOfLocal('2026-09-10 13:00') };
const next = (variables: Parameters<typeof run>[1]) => run('grid:ladder-next', variables, factsOf());

describe('grid:ladder-next', () => {
  it('answers the first rung, due at once', () => {
    expect(next({ ladder })).toMatchObject({
      ok: true,
      variables: {
        rung: { index: 0, title: '一级', to: 'officer', told: ['head'], notice: 'late', dueAt: ladder.dueAt },
      },
      requests: [],
    });
  });

  it('answers the rung after the one before, a day later', () => {
    expect(next({ ladder, rung: { index: 0 } })).toMatchObject({
      variables: { rung: { index: 1, to: 'office', dueAt: instantOfLocal('2026-09-11 13:00') } },
    });
  });

  it('answers the same rung once more when it was not due yet', () => {
    const variables = { ladder, rung: { index: 1, dueAt: ladder.dueAt, early: true } };
    expect(next(variables)).toMatchObject({
      variables: { rung: { index: 1, dueAt: instantOfLocal('2026-09-11 13:00') } },
    });
  });

  it('answers null at the top', () => {
    expect(next({ ladder, rung: { index: 1 } })).toMatchObject({ ok: true, variables: { rung: null } });
  });

  it.each([
    ['ladder-missing', {}],
    ['ladder-missing', { ladder: { id: 'overdue' } }],
    ['ladder-missing', { ladder: { id: 'overdue', dueAt: '明天' } }],
    ['ladder-unknown', { ladder: { ...ladder, id: 'gone' } }],
  ])('fails with %s', (code, variables) => {
    expect(next(variables)).toMatchObject({ ok: false, code });
  });
});
