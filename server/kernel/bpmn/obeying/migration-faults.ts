import type { MigrationPlan } from '../commands.ts';
import type { ExecutableProcess, FlowNode } from '../executable-process.ts';
import { eventOfKey } from '../listening/catch-keys.ts';
import type { ElementInstance, ProcessInstance, Scope } from '../process-instance.ts';

/** Something alive that has no place in the other model, and why. */
export interface MigrationFault {
  readonly element: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * What of an instance cannot move to another model (a dry run of `migrate`).
 *
 * @param instance with all its scopes
 * @param to the other model
 * @param plan which element takes the place of which; others keep their id
 * @returns a sentence for each element that has no place; none when all can move
 */
export function migrationFaults(
  instance: ProcessInstance,
  to: ExecutableProcess,
  plan: MigrationPlan,
): readonly MigrationFault[] {
  const named = (id: string): string => plan.elements[id] ?? id;
  return Object.values(instance.scopes).flatMap((scope) => [
    ...scope.elements.flatMap((element) => elementFaults(scope, element, to, named)),
    ...Object.keys(scope.arrivals).flatMap((flow) =>
      to.flows.has(named(flow)) ? [] : [fault(flow, '在会合处等着的分支', 'a token that waits at a join')],
    ),
  ]);
}

function elementFaults(
  scope: Scope,
  element: ElementInstance,
  to: ExecutableProcess,
  named: (id: string) => string,
): readonly MigrationFault[] {
  const target = to.nodes.get(named(element.element));
  if (!target) return [fault(element.element, '正在办的步骤', 'a step that is alive')];
  const parent = scope.id === 0 ? to.id : named(scope.element);
  if (target.parent !== parent && element.iteration === undefined)
    return [fault(element.element, '换了所在的子流程', 'its sub-process is another one')];
  if (element.loop?.spread)
    return [fault(element.element, '它的各项正各自在办', 'its iterations live in instances of their own')];
  if (!fits(element, target)) return [fault(element.element, '换成了另一种步骤', 'it is another kind of step')];
  const events = [...Object.keys(element.timers), ...Object.keys(element.subscriptions ?? {})]
    .map(eventOfKey)
    .filter((event) => event !== '' && event !== 'timer' && !/^(message|signal|conditional|none)$/.test(event));
  return events
    .filter((event) => !to.nodes.has(named(event)))
    .map((event) => fault(event, '正在等的边界事件', 'a boundary event that is waited for'));
}

function fits(element: ElementInstance, target: FlowNode): boolean {
  if (element.userTask) return target.type === 'userTask';
  if (element.job !== undefined) return target.type === 'serviceTask';
  const loops = 'loop' in target && target.loop !== undefined;
  return (element.loop !== undefined || element.iteration !== undefined) === loops;
}

function fault(element: string, zh: string, en: string): MigrationFault {
  return {
    element,
    zh: `「${element}」在新流程里没有位置：${zh}。请在对照表里写明它对应哪一步，或先移走它。`,
    en: `"${element}" has no place in the new model: ${en}. Name its counterpart in the plan, or move it first.`,
  };
}
