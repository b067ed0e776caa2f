import type { World } from './world.ts';

/**
 * A world that goes its own way from here. Only the maps are new: what they hold is never changed in place, so a copy
 * costs as much as the street has rows, and earlier ones can be kept to go back to.
 */
export function copyWorld(world: World): World {
  const { state } = world;
  return {
    ...world,
    state: {
      ...state,
      instances: new Map(state.instances),
      timers: new Map(state.timers),
      jobs: new Map(state.jobs),
      userTasks: new Map(state.userTasks),
      subscriptions: new Map(state.subscriptions),
      kept: [...state.kept],
      inbox: [...state.inbox],
      gathering: new Map(state.gathering),
    },
    calendars: new Map(world.calendars),
    cases: new Map(world.cases),
    chosenParts: new Map(world.chosenParts),
    meetings: new Map(world.meetings),
    actionItems: new Map(world.actionItems),
    counters: new Map(world.counters),
  };
}
