import type { Given } from '../../../server/kernel/bpmn/given.ts';

/** Thursday, 10 September 2026, 09:00 in China. */
export const morning = '2026-09-10T01:00:00.000Z';

/** What a step is given in these tests, unless a test says otherwise: a limit of four hours that is yellow for one. */
export const given: Given = {
  now: morning,
  decisions: new Map(),
  limits: new Map([
    ['short', { id: 'short', title: '短', amount: 4, unit: 'hours', yellow: { amount: 1, unit: 'hours' } }],
  ]),
  calendars: new Map(),
  answers: new Map(),
};
