import type { RunningClock } from '../../calendar/clock.ts';
import { calendarOf, endOf } from '../../calendar/limit-time.ts';
import type { TimeLimit } from '../../calendar/time-limit.ts';
import type { Instant } from '../../json.ts';
import type { EvaluationFault } from '../../feel/expression.ts';
import type { BoundaryEvent, ClockCatch } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { addDuration } from '../timer-text.ts';

type Due = { readonly ok: true; readonly due: Instant } | { readonly ok: false; readonly fault: EvaluationFault };

/** Whether a timer of an element is that of a boundary event which listens to a clock: the clock arms it. */
export function isOfClock(execution: Execution, key: string): boolean {
  const node = execution.process.nodes.get(key);
  return node?.type === 'boundaryEvent' && clockCatchOf(node) !== undefined;
}

function clockCatchOf({ catches }: BoundaryEvent): ClockCatch | undefined {
  return catches.find((part) => part.kind === 'clock');
}

/**
 * Whether the boundary events that listen to a clock know when they are due, before anybody sees the user task.
 *
 * @returns the fault of a wait (`after`) that is no time
 */
export function clockListenersFault(
  execution: Execution,
  element: ElementInstance,
  clock: RunningClock,
  limit: TimeLimit,
): EvaluationFault | null {
  for (const { part } of listenersTo(execution, element, clock)) {
    const due = dueOf(execution, element, clock, limit, part);
    if (!due.ok) return due.fault;
  }
  return null;
}

/**
 * Arms what listens to a clock for its moment as it is now. What has happened already happens no more, unless the moment lies
 * ahead again: more time was granted, a calendar has changed. A clock that stands still has no such moment.
 */
export function armClockListeners(
  execution: Execution,
  element: ElementInstance,
  clock: RunningClock,
  limit: TimeLimit,
): void {
  const isNew = clock.generation === undefined;
  for (const { event, part } of listenersTo(execution, element, clock)) {
    const at = { id: element.id, scope: element.scope, key: event.id };
    const armed = execution.now(element).timers[event.id];
    const due = clock.runningSince === null ? null : dueOf(execution, element, clock, limit, part);
    // A wait that was a time at first and is none now leaves the event unarmed: nothing happens too early.
    if (due?.ok && (isNew || armed || due.due > execution.given.now)) {
      const generation = Math.max(clock.generation ?? 1, (armed?.generation ?? 0) + 1);
      execution.emit({ type: 'timer-armed', ...at, due: due.due, generation });
    } else if (armed) execution.emit({ type: 'timer-disarmed', ...at });
  }
}

function listenersTo(execution: Execution, { element, iteration }: ElementInstance, { stage }: RunningClock) {
  if (iteration !== undefined) return []; // the boundary of a loop is around all of it, and a loop has no clock
  return (execution.process.boundaryEvents.get(element) ?? []).flatMap((event) => {
    const part = clockCatchOf(event);
    return part && part.stage === stage ? [{ event, part }] : [];
  });
}

function dueOf(
  execution: Execution,
  element: ElementInstance,
  clock: RunningClock,
  limit: TimeLimit,
  { threshold, after }: ClockCatch,
): Due {
  if (threshold === 'yellow') return { ok: true, due: clock.yellowAt };
  if (after === undefined) return { ok: true, due: clock.dueAt };
  const result = execution.evaluate(after, execution.visible(element.scope, element.variables));
  if (!result.ok) return result;
  const amount = typeof result.value === 'number' ? result.value : Number(result.value ?? Number.NaN);
  const due =
    amount > 0
      ? endOf({ amount, unit: limit.unit }, calendarOf(limit, execution.calendarsOf(clock)), clock.dueAt)
      : typeof result.value === 'string'
        ? addDuration(clock.dueAt, result.value)
        : null;
  return due === null ? notATime(after.source, result.value) : { ok: true, due };
}

function notATime(source: string, value: unknown): Due {
  return {
    ok: false,
    fault: {
      code: 'timer-not-a-time',
      zh: `时限后的等待「${source}」的结果「${String(value)}」不是时间。请写成 PT2H 这样的时长，或一个大于 0 的数。`,
      en: `The wait "${source}" after the time limit answered "${String(value)}", which is no time. Write a duration like PT2H or a number above 0.`,
    },
  };
}
