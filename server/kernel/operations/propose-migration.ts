import type { MigrationPlan } from '../bpmn/commands.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { ProcessInstance } from '../bpmn/process-instance.ts';

/** Where something that is alive goes, and why there. */
export interface ProposedPlace {
  readonly from: string;
  readonly title: string;
  /** Null: nothing in the other model fits; somebody has to say. */
  readonly to: string | null;
  readonly toTitle: string;
  readonly by: 'plan' | 'id' | 'name' | null;
}

/** A proposal: the plan to give to `migrate`, and where each living element goes by it. */
export interface ProposedMigration {
  readonly plan: MigrationPlan;
  readonly places: readonly ProposedPlace[];
}

/**
 * Proposes which element of another model takes the place of each that is alive: the one somebody named; else the one with
 * the same id and kind; else the only one of its kind with the same name.
 *
 * @param instance with all its scopes
 * @param named what somebody has decided; it goes before everything else
 */
export function proposeMigration(
  instance: ProcessInstance,
  from: ExecutableProcess,
  to: ExecutableProcess,
  named: MigrationPlan = { elements: {} },
): ProposedMigration {
  const places = [...aliveElements(instance, from)].map((id) => placeOf(id, from, to, named));
  const moved = places.flatMap((place) =>
    place.to === null || place.to === place.from ? [] : [[place.from, place.to]],
  );
  return { plan: { elements: { ...named.elements, ...Object.fromEntries(moved) } }, places };
}

/** Elements with a token, those around them, and the boundary events that are waited for. */
function aliveElements(instance: ProcessInstance, from: ExecutableProcess): ReadonlySet<string> {
  const scopes = Object.values(instance.scopes);
  const ids = scopes.flatMap((scope) => [
    ...scope.elements.flatMap(({ element, timers, subscriptions = {} }) => [
      element,
      ...[...Object.keys(timers), ...Object.keys(subscriptions)].flatMap((key) => key.split(/[:/]/)[0] ?? []),
    ]),
    ...Object.keys(scope.arrivals),
  ]);
  return new Set(ids.filter((id) => from.nodes.has(id) || from.flows.has(id)));
}

function placeOf(id: string, from: ExecutableProcess, to: ExecutableProcess, named: MigrationPlan): ProposedPlace {
  const node = from.nodes.get(id);
  const title = node ? node.name || id : flowTitle(from, id);
  const place = (target: string | null, by: ProposedPlace['by']): ProposedPlace => ({
    from: id,
    title,
    to: target,
    toTitle:
      target === null ? '' : to.nodes.get(target)?.name || (to.flows.has(target) ? flowTitle(to, target) : target),
    by,
  });
  const asked = named.elements[id];
  if (asked !== undefined) return place(asked, 'plan');
  if (!node) return place(to.flows.has(id) ? id : null, to.flows.has(id) ? 'id' : null);
  if (to.nodes.get(id)?.type === node.type) return place(id, 'id');
  const alike = [...to.nodes.values()].filter(
    ({ type, name }) => type === node.type && name !== '' && name === node.name,
  );
  const [only] = alike;
  return alike.length === 1 && only ? place(only.id, 'name') : place(null, null);
}

function flowTitle(process: ExecutableProcess, id: string): string {
  const flow = process.flows.get(id);
  const name = (node: string): string => process.nodes.get(node)?.name || node;
  return flow ? `${name(flow.source)} → ${name(flow.target)}` : id;
}
