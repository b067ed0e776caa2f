import type { Instant } from '../json.ts';
import type { TimerEntry, WorldInstance, WorldState } from './world-state.ts';

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
  for (let timer = nextDue(world, until); timer; timer = nextDue(world, until)) {
    if (timer.due > world.now) world.now = timer.due;
    const instance = world.instances.get(timer.instance);
    if (instance) fire(timer, instance);
  }
  if (until > world.now) world.now = until;
}

function nextDue(world: WorldState, until: Instant): TimerEntry | undefined {
  return [...world.timers.values()].filter((timer) => timer.due <= until).toSorted(byTime)[0];
}

function byTime(one: TimerEntry, other: TimerEntry): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  if (one.instance !== other.instance) return one.instance < other.instance ? -1 : 1;
  return one.element - other.element || (one.key < other.key ? -1 : 1);
}
