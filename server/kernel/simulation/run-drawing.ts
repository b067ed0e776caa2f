import { shownClock, type ShownLight } from '../bpmn/user-task-clocks.ts';
import type { Incident } from '../bpmn/process-instance.ts';
import { localDate } from '../local-time.ts';
import { holdersOf } from '../organization/holders.ts';
import type { World } from '../world/world.ts';
import { elementKey } from '../world/world-state.ts';

/** A process as it is drawn: the tokens where they are now, and what they have passed. */
export interface RunDrawing {
  readonly xml: string;
  readonly tokens: readonly RunToken[];
  readonly visited: readonly string[];
  readonly flows: readonly string[];
}

interface RunToken {
  readonly element: string;
  readonly light: ShownLight | null;
  readonly incident: Incident | null;
  /** Names of those who have it, or the title of a post nobody holds; empty where nobody is asked. */
  readonly holder: string;
}

/** The drawing of an instance; the XML of its process is empty when the instance does not exist. */
export function runDrawing(world: World, id: string): RunDrawing {
  const found = world.state.instances.get(id);
  if (!found) return { xml: '', tokens: [], visited: [], flows: [] };
  const alive = Object.values(found.instance.scopes).flatMap((scope) => scope.elements);
  const events = found.history.map(({ event }) => event);
  return {
    xml: world.release.processes.get(found.process.id)?.xml ?? '',
    tokens: alive.map((element) => ({
      element: element.element,
      light: (element.userTask && shownClock(element.userTask)?.light) ?? null,
      incident: element.incident ?? null,
      holder: holderOf(world, id, element.id),
    })),
    visited: [...new Set(events.flatMap((event) => (event.type === 'element-left' ? [event.element] : [])))],
    flows: [...new Set(events.flatMap((event) => (event.type === 'sequence-flow-taken' ? [event.flow] : [])))],
  };
}

function holderOf(world: World, instance: string, element: number): string {
  const entry = world.state.userTasks.get(elementKey(instance, element));
  if (!entry || entry.state !== 'open') return '';
  const holders = holdersOf(world.organization, entry.position, localDate(world.state.now));
  const names = holders.map((held) => world.names.get(held.person) ?? held.person);
  return names.join('、') || (world.organization.posts.get(entry.position.post)?.title ?? '');
}
