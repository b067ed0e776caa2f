import type { RunningClock } from '../../calendar/clock.ts';
import type { ClockStage, TimeLimit } from '../../calendar/time-limit.ts';
import type { ClockEvent } from '../clock-events.ts';
import { isWorking } from '../../calendar/limit-time.ts';
import type { Execution } from '../execution.ts';
import { armClockListeners } from './clock-listeners.ts';
import type { ElementInstance } from '../process-instance.ts';
import { clockOf, clocksOf, shownClock, withClock } from '../user-task-clocks.ts';

type Threshold = 'yellow' | 'red';

/** Key of the timer that wakes for a clock's light. No element id has a colon, so it never meets a timer on the boundary. */
export function lightKey(threshold: Threshold, stage: ClockStage | undefined): string {
  return stage === undefined || stage === 'handle' ? `light:${threshold}` : `light:${threshold}:${stage}`;
}

/** Which light of which clock a timer wakes for; null for any other timer. */
export function lightOfKey(key: string): { readonly threshold: Threshold; readonly stage?: ClockStage } | null {
  const match = /^light:(yellow|red)(?::(.+))?$/.exec(key);
  if (match === null) return null;
  const [, threshold, stage] = match;
  return { threshold: threshold as Threshold, ...(stage === undefined ? {} : { stage: stage as ClockStage }) };
}

type Moving = Exclude<ClockEvent, { readonly type: 'light-changed' }>;
type Without<Event> = Event extends Moving ? Omit<Event, 'id' | 'scope' | 'element' | 'shown'> : never;

/** Says what has happened to a clock, and arms its timers as it stands now. */
export function moveClock(execution: Execution, element: ElementInstance, event: Without<Moving>): void {
  const { id, scope } = element;
  const before = execution.now(element).userTask;
  const after = before && withClock(before, event.clock);
  const shown = after && clocksOf(after).length > 1 ? shownClock(after) : null;
  const of = { id, scope, ...(event.type === 'clock-started' ? {} : { element: element.element }) };
  execution.emit({ ...event, ...of, ...(shown ? { shown } : {}) } as Moving);
  armLights(execution, element, event.clock);
  armClockListeners(execution, element, event.clock, limitOf(execution, event.clock));
}

/** An instance that was migrated may have a limit its release does not know: it counts on as it did. */
export function limitOf(execution: Execution, { limit: id, calendar }: RunningClock): TimeLimit {
  const known = execution.given.limits.get(id);
  if (known && (calendar === undefined || isWorking(known.unit))) return known;
  const counts = calendar ? ({ unit: 'workingHours', calendar: calendar.id } as const) : ({ unit: 'hours' } as const);
  return { id, title: '', amount: 0, ...counts };
}

/**
 * A clock's thresholds are timers. The light never turns by computing alone: a threshold that has passed meanwhile is armed
 * for then and fires at once, so each is told exactly once.
 */
function armLights(execution: Execution, element: ElementInstance, clock: RunningClock): void {
  const { runningSince, light, stage, generation = 1 } = clock;
  const runs = runningSince !== null;
  arm('yellow', runs && light === 'green' && clock.yellowAt < clock.dueAt ? clock.yellowAt : null);
  arm('red', runs && light !== 'red' ? clock.dueAt : null);

  function arm(threshold: Threshold, due: string | null): void {
    const key = lightKey(threshold, stage);
    const at = { id: element.id, scope: element.scope, key };
    const armed = execution.now(element).timers[key];
    if (due === null) {
      if (armed) execution.emit({ type: 'timer-disarmed', ...at });
    } else {
      // Clocks that were stored before they counted their moves have timers that did.
      execution.emit({
        type: 'timer-armed',
        ...at,
        due,
        generation: Math.max(generation, (armed?.generation ?? 0) + 1),
      });
    }
  }
}

/** A threshold has come: the light turns, and from red on its ladder climbs. Nothing is completed by it. */
export function turnLight(
  execution: Execution,
  element: ElementInstance,
  key: string,
  ladderOf: (stage: ClockStage | undefined) => string | undefined,
): void {
  const found = lightOfKey(key);
  if (!found) return;
  const { threshold: light, stage } = found;
  const at = { id: element.id, scope: element.scope };
  execution.emit({ type: 'timer-fired', ...at, key });
  // After an outage red may come first: yellow must not come after it.
  const yellowKey = lightKey('yellow', stage);
  if (light === 'red' && yellowKey in element.timers) execution.emit({ type: 'timer-disarmed', ...at, key: yellowKey });
  const of = stage === undefined ? {} : { stage };
  execution.emit({
    type: 'light-changed',
    ...at,
    element: element.element,
    light,
    ...of,
    ...shownWith(element, light, stage),
  });
  const ladder = light === 'red' ? ladderOf(stage) : undefined;
  const due = element.userTask && clockOf(element.userTask, stage)?.dueAt;
  if (ladder)
    execution.emit({
      type: 'ladder-started',
      ...at,
      element: element.element,
      ladder,
      ...(stage && due ? { dueAt: due } : {}),
    });
}

function shownWith({ userTask }: ElementInstance, light: Threshold, stage: ClockStage | undefined) {
  const clock = userTask && clockOf(userTask, stage);
  if (!userTask || !clock || clocksOf(userTask).length === 1) return {};
  const shown = shownClock(withClock(userTask, { ...clock, light }));
  return shown ? { shown } : {};
}
