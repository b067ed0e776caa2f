import type { World } from '../../server/kernel/world/world.ts';

/** The instance something is about: itself, or the one it runs beside. */
export function hostOf({ state }: World, instance: string): string {
  return state.instances.get(instance)?.host?.instance ?? instance;
}

/** The instances that run or ran beside one, such as the ladder of an overdue user task. */
export function companionsOf({ state }: World, instance: string): readonly string[] {
  return [...state.instances].flatMap(([id, { host }]) => (host?.instance === instance ? [id] : []));
}
