import type { Activity } from './executable-activity.ts';
import type { ExecutableProcess, FlowNode } from './executable-process.ts';
import { isActivity } from './flow-nodes/activity.ts';
import { isActivityAlive } from './flow-nodes/ad-hoc.ts';
import type { ElementInstance, ProcessInstance, Scope } from './process-instance.ts';

/** An activity of an ad-hoc sub-process that somebody may begin now (BPMN 2.0.2, 13.3.5). */
export interface OfferedActivity {
  /** The inside of the ad-hoc sub-process. */
  readonly scope: number;
  readonly node: Activity;
  /** How many of it go on there. */
  readonly going: number;
  /** It was done there before. */
  readonly done: boolean;
}

/** Whether a process has anything somebody may have to pick. */
export function offersAnything({ nodes }: ExecutableProcess): boolean {
  return [...nodes.values()].some((node) => node.type === 'subProcess' && node.adHoc !== undefined);
}

/**
 * The activities that may be begun now, in the order they are drawn. While an instance is on its way or held there are none.
 *
 * @param instance with all its scopes loaded
 */
export function offeredActivities(process: ExecutableProcess, instance: ProcessInstance): readonly OfferedActivity[] {
  if (instance.status !== 'running' || instance.suspendedAt !== undefined || instance.agenda.length > 0) return [];
  return Object.values(instance.scopes).flatMap((scope) => {
    const host = instance.scopes[scope.parent ?? 0]?.elements.find(({ id }) => id === scope.id) ?? null;
    return [...process.nodes.values()]
      .filter((node) => isActivity(node) && !isEventSubProcess(node) && mayBePicked(process, scope, host, node))
      .map((node) => ({
        scope: scope.id,
        node: node as Activity,
        going: scope.elements.filter(({ element }) => element === node.id).length,
        done: scope.done?.includes(node.id) ?? false,
      }));
  });
}

/**
 * Whether somebody may begin an element in a scope: nothing leads to it, the scope is the inside of its ad-hoc
 * sub-process, which is not finishing, and one that is sequential does nothing else.
 *
 * @param host the element instance the scope is the inside of; of a loop an iteration's inside is meant, not the body
 */
export function mayBePicked(
  process: ExecutableProcess,
  scope: Scope,
  host: ElementInstance | null,
  node: FlowNode,
): boolean {
  const around = process.nodes.get(scope.element);
  const adHoc = around?.type === 'subProcess' ? around.adHoc : undefined;
  if (!adHoc || node.parent !== scope.element || node.incoming.length > 0) return false;
  if (host?.loop !== undefined || scope.finishing) return false;
  return !(adHoc.sequential && isActivityAlive(process, scope));
}

function isEventSubProcess(node: FlowNode): boolean {
  return node.type === 'subProcess' && node.kind === 'event';
}
