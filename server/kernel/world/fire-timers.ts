import type { Instant } from '../json.ts';
import { elementKey, type TimerEntry, type WorldInstance, type WorldState } from './world-state.ts';

/** Timers fired at one instant, after which time stands still in a loop without end. */
const mostAtOnce = 10_000;

/**
 * Moves the virtual clock forward and fires what becomes due on the way, in order of time, then of instance and element,
 * so that a run is the same every time.
 *
 * @param fire carries out one timer; what it arms anew is fired too when it falls before the end
 */
export function fireTimersUntil(
  world: WorldState,
  until: Instant,
  fire: (timer: TimerEntry, instance: WorldInstance) => void,
): void {
  let [firedNow, now] = [0, world.now];
  for (let timer = nextDue(world, until); timer && world.endless === null; timer = nextDue(world, until)) {
    if (timer.due > world.now) world.now = timer.due;
    [firedNow, now] = [now === world.now ? firedNow + 1 : 1, world.now];
    if (firedNow > mostAtOnce) world.endless = timer.instance;
    // Taken before it fires: a timer that turns out to be stale must not be met again.
    world.timers.delete(elementKey(timer.instance, timer.element, timer.key));
    const instance = world.instances.get(timer.instance);
    if (instance) fire(timer, instance);
  }
  if (until > world.now) world.now = until;
}

function nextDue(world: WorldState, until: Instant): TimerEntry | undefined {
  // The timers of an instance that is held lie still.
  const isHeld = ({ instance }: TimerEntry): boolean =>
    world.instances.get(instance)?.instance.suspendedAt !== undefined;
  return [...world.timers.values()].filter((timer) => timer.due <= until && !isHeld(timer)).toSorted(byTime)[0];
}

function byTime(one: TimerEntry, other: TimerEntry): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  if (one.instance !== other.instance) return one.instance < other.instance ? -1 : 1;
  return one.element - other.element || (one.key < other.key ? -1 : 1);
}
