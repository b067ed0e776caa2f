import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../server/kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../../server/kernel/bpmn/events.ts';

const at = { id: 4, scope: 0 } as const;
const position = { post: 'head', area: 'g1' };
const by = { person: 'ma' } as const;
const incident = { code: 'x', zh: '错', en: 'wrong', at: 'job' } as const;
const subscription = { kind: 'message', name: 'm', correlation: null, generation: 1 } as const;
const clock = {
  limit: 'short',
  budget: 1,
  consumed: 0,
  runningSince: '2026-09-10T01:00:00.000Z',
  yellowAt: '2026-09-10T04:00:00.000Z',
  dueAt: '2026-09-10T05:00:00.000Z',
  light: 'green',
} as const;

/** One event of each type, and what must follow. The type makes the list complete. */
const followed: { readonly [Type in ProcessEvent['type']]: readonly [Extract<ProcessEvent, { type: Type }>, string] } =
  {
    'instance-created': [{ type: 'instance-created', process: 'p', variables: {}, by }, ''],
    'instance-completed': [{ type: 'instance-completed' }, 'end-companions'],
    'instance-cancelled': [{ type: 'instance-cancelled', because: '', by }, 'end-companions'],
    'element-entered': [{ type: 'element-entered', ...at, element: 'ask', flow: null }, ''],
    'element-waiting': [{ type: 'element-waiting', ...at }, ''],
    'element-completing': [{ type: 'element-completing', ...at }, ''],
    'element-left': [{ type: 'element-left', ...at, element: 'ask' }, ''],
    'element-cancelled': [{ type: 'element-cancelled', ...at, element: 'ask' }, ''],
    'sequence-flow-taken': [{ type: 'sequence-flow-taken', flow: 'f', scope: 0 }, ''],
    'token-arrived': [{ type: 'token-arrived', flow: 'f', scope: 0 }, ''],
    'tokens-joined': [{ type: 'tokens-joined', element: 'join', flows: ['f'], scope: 0 }, ''],
    'scope-opened': [{ type: 'scope-opened', id: 4, parent: 0, element: 'sub', variables: {} }, ''],
    'scope-closed': [{ type: 'scope-closed', scope: 4 }, ''],
    'scope-interrupted': [{ type: 'scope-interrupted', scope: 0 }, ''],
    'gateway-phase': [{ type: 'gateway-phase', element: 'g', scope: 0, resetting: null }, ''],
    'subscription-opened': [{ type: 'subscription-opened', ...at, key: 'message', subscription }, 'open-subscription'],
    'subscription-closed': [{ type: 'subscription-closed', ...at, key: 'message' }, 'close-subscription'],
    'event-triggered': [{ type: 'event-triggered', ...at, key: 'message' }, 'close-subscription'],
    'event-heard': [{ type: 'event-heard', ...at, key: 'message:0' }, ''],
    'events-gathered': [{ type: 'events-gathered', ...at, key: 'late', round: 1 }, ''],
    'condition-changed': [{ type: 'condition-changed', ...at, key: 'late', holds: true }, ''],
    'loop-changed': [{ type: 'loop-changed', ...at, loop: { total: 2, next: 1, completed: 0, terminated: 0 } }, ''],
    'iterations-begun': [
      { type: 'iterations-begun', ...at, element: 'ask', first: 1, count: 2, variables: {}, caught: [], asked: [] },
      'start-iterations',
    ],
    'iterations-ended': [{ type: 'iterations-ended', ...at, ended: [{ number: 1 }], cancelled: 0 }, ''],
    'activity-picked': [{ type: 'activity-picked', scope: 4, element: 'ask', by: { person: 'p' } }, ''],
    'activity-done': [{ type: 'activity-done', scope: 4, element: 'ask' }, ''],
    'activity-queued': [{ type: 'activity-queued', scope: 4, element: 'ask' }, ''],
    'activity-turn': [{ type: 'activity-turn', scope: 4 }, ''],
    'ad-hoc-finishing': [{ type: 'ad-hoc-finishing', scope: 4 }, ''],
    'inside-kept': [{ type: 'inside-kept', ...at, inner: [] }, ''],
    'compensable-recorded': [
      { type: 'compensable-recorded', scope: 0, record: { id: 4, element: 'ask', variables: {} } },
      '',
    ],
    'compensation-begun': [{ type: 'compensation-begun', scope: 0, ids: [4] }, ''],
    'compensating-changed': [{ type: 'compensating-changed', ...at, compensating: [] }, ''],
    'error-thrown': [{ type: 'error-thrown', ...at, element: 'ask', code: 'E', caughtBy: 'caller' }, 'answer-call'],
    'escalation-thrown': [{ type: 'escalation-thrown', ...at, element: 'ask', code: 'E', caughtBy: 'late' }, ''],
    'signal-thrown': [{ type: 'signal-thrown', ...at, element: 'ask', name: 's', variables: {} }, 'broadcast-signal'],
    'message-thrown': [
      { type: 'message-thrown', ...at, element: 'ask', name: 'm', correlation: null, variables: {}, to: [] },
      'publish-message',
    ],
    'process-called': [{ type: 'process-called', ...at, element: 'call', process: 'q', variables: {} }, 'start-call'],
    'call-ended': [{ type: 'call-ended', ...at, outcome: 'completed' }, ''],
    'call-cancelled': [{ type: 'call-cancelled', ...at }, 'cancel-call'],
    'instance-suspended': [{ type: 'instance-suspended', because: '', at: clock.dueAt, by }, 'suspend-iterations'],
    'instance-resumed': [{ type: 'instance-resumed', clocks: 'shift', by }, 'resume-iterations'],
    'instance-modified': [{ type: 'instance-modified', by }, ''],
    'instance-migrated': [{ type: 'instance-migrated', process: 'p', elements: {}, by }, 'migrate-iterations'],
    'variables-set': [{ type: 'variables-set', scope: 0, values: {} }, ''],
    'decision-evaluated': [
      { type: 'decision-evaluated', ...at, decision: 'd', inputs: {}, output: null, rules: [] },
      '',
    ],
    'timer-armed': [{ type: 'timer-armed', ...at, key: 'timer', due: clock.dueAt, generation: 1 }, 'arm-timer'],
    'timer-disarmed': [{ type: 'timer-disarmed', ...at, key: 'timer' }, 'disarm-timer'],
    'timer-fired': [{ type: 'timer-fired', ...at, key: 'timer' }, 'disarm-timer'],
    'job-created': [
      { type: 'job-created', ...at, element: 'do', job: 1, jobType: 'work', retries: 3, headers: {} },
      'create-job',
    ],
    'job-completed': [{ type: 'job-completed', ...at }, 'cancel-job'],
    'job-cancelled': [{ type: 'job-cancelled', ...at }, 'cancel-job'],
    'user-task-created': [
      { type: 'user-task-created', ...at, element: 'ask', asked: position, position, vacant: [] },
      'create-user-task',
    ],
    'posts-told': [{ type: 'posts-told', ...at, element: 'ask', positions: [position] }, 'tell-posts'],
    'duties-given': [{ type: 'duties-given', ...at, element: 'ask', duties: { feedback: position } }, ''],
    'answer-given': [{ type: 'answer-given', ...at, answer: { ...position, person: 'ma', approves: true } }, ''],
    'approval-decided': [
      {
        type: 'approval-decided',
        ...at,
        element: 'ask',
        outcome: { passed: true, approvals: 1, refusals: 0, undecided: 0, by: [] },
      },
      '',
    ],
    'user-task-reassigned': [
      { type: 'user-task-reassigned', ...at, element: 'ask', from: position, position, because: 'vacant', by },
      'reassign-user-task',
    ],
    'user-task-completed': [
      { type: 'user-task-completed', ...at, element: 'ask', by },
      'close-user-task end-companions',
    ],
    'user-task-cancelled': [{ type: 'user-task-cancelled', ...at, element: 'ask' }, 'close-user-task end-companions'],
    'clock-started': [{ type: 'clock-started', ...at, clock }, 'set-user-task-clock'],
    'clock-shifted': [{ type: 'clock-shifted', ...at, element: 'ask', clock }, 'set-user-task-clock'],
    'clock-paused': [{ type: 'clock-paused', ...at, element: 'ask', clock, by }, 'set-user-task-clock'],
    'clock-resumed': [{ type: 'clock-resumed', ...at, element: 'ask', clock, by }, 'set-user-task-clock'],
    'clock-review-moved': [
      { type: 'clock-review-moved', ...at, element: 'ask', clock, because: '', by },
      'set-user-task-clock',
    ],
    'clock-extended': [
      { type: 'clock-extended', ...at, element: 'ask', clock, calmed: true, by },
      'set-user-task-clock end-companions',
    ],
    'clock-rebased': [{ type: 'clock-rebased', ...at, element: 'ask', clock, because: '', by }, 'set-user-task-clock'],
    'clock-stopped': [{ type: 'clock-stopped', ...at, element: 'ask', clock, by }, 'set-user-task-clock'],
    'calendars-adopted': [{ type: 'calendars-adopted', calendars: [], because: '', by }, ''],
    'light-changed': [{ type: 'light-changed', ...at, element: 'ask', light: 'red' }, 'set-user-task-light'],
    'ladder-started': [{ type: 'ladder-started', ...at, element: 'ask', ladder: 'overdue' }, 'start-ladder'],
    'incident-raised': [{ type: 'incident-raised', ...at, element: 'do', incident }, 'raise-incident'],
    'incident-resolved': [{ type: 'incident-resolved', ...at, by }, 'clear-incident'],
    'slice-ended': [{ type: 'slice-ended', agenda: [] }, 'continue'],
    'slice-continued': [{ type: 'slice-continued' }, ''],
  };

describe('effects', () => {
  it.each(Object.values(followed))('follow from the event alone: $type', (event, effects) => {
    expect(
      effectsOf(event)
        .map((effect) => effect.do)
        .join(' '),
    ).toBe(effects);
    expect(effectsOf(event)).toEqual(effectsOf(structuredClone(event)));
  });

  it('carry what the row needs', () => {
    const [[armed], [started], [closed]] = [
      followed['timer-armed'],
      followed['clock-started'],
      followed['user-task-completed'],
    ];

    expect(effectsOf(armed)).toEqual([
      { do: 'arm-timer', element: 4, scope: 0, key: 'timer', due: clock.dueAt, generation: 1 },
    ]);
    expect(effectsOf(started)).toEqual([
      {
        do: 'set-user-task-clock',
        task: 4,
        limit: 'short',
        dueAt: clock.dueAt,
        yellowAt: clock.yellowAt,
        light: 'green',
      },
    ]);
    expect(effectsOf(closed)[0]).toEqual({ do: 'close-user-task', task: 4, reason: 'completed', by });
  });
});
