import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../../studio/api/outbox/device-store.ts';
import { afterFailure, mayBeChanged, pauseBeforeNext } from '../../../studio/api/outbox/outbox-item.ts';
import { noAnswer } from '../../../studio/api/problem-error.ts';

const item: OutboxItem = {
  id: 'key',
  person: 'me',
  operation: 'reportCase',
  params: {},
  body: {},
  title: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  draft: {
    id: 'me report',
    person: 'me',
    thing: 'report',
    data: {},
    beside: {},
    refusal: null,
    changedAt: '2026-01-01T00:00:00.000Z',
  },
  state: 'waiting',
  attempts: 0,
  mayHaveArrived: false,
  problem: null,
};

describe('an unsent item', () => {
  it.each([0, 401, 408, 425, 429, 500, 502, 503])('waits after a failure with status %i', (status) => {
    expect(afterFailure(item, { ...noAnswer(), status }).state).toBe('waiting');
  });

  it.each([400, 403, 404, 409, 413, 422])('is refused by status %i', (status) => {
    expect(afterFailure(item, { ...noAnswer(), status }).state).toBe('refused');
  });

  it('may be changed before it can have arrived, and after it was refused, not in between', () => {
    expect(mayBeChanged(item)).toBe(true);
    expect(mayBeChanged({ ...item, mayHaveArrived: true })).toBe(false);
    expect(mayBeChanged({ ...item, mayHaveArrived: true, state: 'refused' })).toBe(true);
  });
});

describe('the pause before the next attempt', () => {
  it('grows and stays between four seconds and six and a quarter minutes', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, chance) => {
        const [pause, next] = [pauseBeforeNext(attempts, chance), pauseBeforeNext(attempts + 1, chance)];
        expect(pause).toBeGreaterThanOrEqual(3_750);
        expect(pause).toBeLessThanOrEqual(375_000);
        expect(next).toBeGreaterThanOrEqual(pause);
      }),
    );
  });
});
