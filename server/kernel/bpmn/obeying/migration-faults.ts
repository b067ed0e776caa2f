import type { MigrationPlan } from '../commands.ts';
import type { ExecutableProcess, FlowNode } from '../executable-process.ts';
import { catchKeys, eventOfKey } from '../listening/catch-keys.ts';
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
 * @param titles what elements are called in the model it is of
 * @returns a sentence for each element that has no place; none when all can move
 */
export function migrationFaults(
  instance: ProcessInstance,
  to: ExecutableProcess,
  plan: MigrationPlan,
  titles: (element: string) => string = (element) => element,
): readonly MigrationFault[] {
  const named: Named = (id) => plan.elements[id] ?? id;
  const found = Object.values(instance.scopes).flatMap((scope) => [
    ...scope.elements.flatMap((element) => elementFaults(instance, scope, element, to, named)),
    ...Object.keys(scope.arrivals).flatMap((flow) =>
      to.flows.has(named(flow)) ? [] : [fault(flow, '在会合处等着的分支', 'a token that waits at a join')],
    ),
    ...(scope.compensable ?? []).flatMap(({ element }) =>
      to.nodes.has(named(element))
        ? []
        : [fault(element, '已办完、还可能要撤销的步骤', 'a completed step that may have to be undone')],
    ),
    ...startFaults(scope, to, named),
  ]);
  return found.map(({ element, zh, en }) => ({
    element,
    zh: `「${titles(element)}」在新流程里没有位置：${zh}。请在对照表里写明它对应哪一步，或先移走它。`,
    en: `"${titles(element)}" has no place in the new model: ${en}. Name its counterpart in the plan, or move it first.`,
  }));
}

type Named = (id: string) => string;

function elementFaults(
  instance: ProcessInstance,
  scope: Scope,
  element: ElementInstance,
  to: ExecutableProcess,
  named: Named,
): readonly MigrationFault[] {
  const target = to.nodes.get(named(element.element));
  if (!target) return [fault(element.element, '正在办的步骤', 'a step that is alive')];
  const parent = scope.id === 0 ? to.id : named(scope.element);
  const isAside = element.iteration !== undefined || element.compensates !== undefined;
  if (target.parent !== parent && !isAside)
    return [fault(element.element, '换了所在的子流程', 'its sub-process is another one')];
  if (element.loop?.spread && !goesOnAtOnce(target))
    return [
      fault(
        element.element,
        '它的各项正同时各自在办，那里是逐项办的',
        'its iterations go on at the same time, there one by one',
      ),
    ];
  if (!fits(instance, element, target))
    return [fault(element.element, '换成了另一种步骤', 'it is another kind of step')];
  return keysOf(element).flatMap((key) => {
    if (ownKinds.test(key))
      return hearsItself(target, key)
        ? []
        : [fault(element.element, '等的是另一种事件', 'it waits for something else there')];
    const event = to.nodes.get(named(eventOfKey(key)));
    if (event && waitsHere(event, target, to) && hears(event, key)) return [];
    return [fault(eventOfKey(key), '正在等的事件', 'an event that is waited for')];
  });
}

/** Whether a step begins all its iterations at once, so that those that live in instances of their own can go on there. */
function goesOnAtOnce(target: FlowNode): boolean {
  return 'loop' in target && target.loop?.kind === 'multiple' && !target.loop.sequential;
}

/** Keys under which an element listens for itself. */
const ownKinds = /^(timer|message|signal|conditional|none)(:\d+)?$/;

function hearsItself(target: FlowNode, key: string): boolean {
  if (target.type === 'receiveTask') return key === 'message';
  return target.type === 'intermediateCatchEvent' && catchKeys(target.catches, null).includes(key);
}

/** What is listened to, but for the lights of a clock, which are the task's own. */
function keysOf({ timers, subscriptions = {} }: Pick<ElementInstance, 'timers' | 'subscriptions'>): readonly string[] {
  return [...Object.keys(timers), ...Object.keys(subscriptions)].filter((key) => eventOfKey(key) !== '');
}

/** An event on the boundary of the step, or behind the gateway, that takes its place. */
function waitsHere(event: FlowNode, target: FlowNode, { flows }: ExecutableProcess): boolean {
  if (event.type === 'boundaryEvent') return event.attachedTo === target.id;
  return target.outgoing.some((flow) => flows.get(flow)?.target === event.id);
}

function hears(event: FlowNode, key: string): boolean {
  // A receive task behind a gateway is listened to under its id.
  if (event.type === 'receiveTask') return true;
  return 'catches' in event && catchKeys(event.catches, '').includes(/:\d+$/.exec(key)?.[0] ?? '');
}

/** What the event sub-processes of a scope wait for must begin one in the other model. */
function startFaults(scope: Scope, to: ExecutableProcess, named: Named): readonly MigrationFault[] {
  const around = to.scopes.get(scope.id === 0 ? to.id : named(scope.element));
  const starts = (around?.eventSubProcesses ?? []).flatMap((id) => to.scopes.get(id)?.starts ?? []);
  return keysOf({ timers: scope.timers ?? {}, ...(scope.subscriptions ? { subscriptions: scope.subscriptions } : {}) })
    .map(eventOfKey)
    .filter((event) => !starts.includes(named(event)))
    .map((event) => fault(event, '事件子流程正在等的事件', 'an event that an event sub-process waits for'));
}

/** Whether the kind of work that is in hand can go on at the other element. */
function fits({ scopes }: ProcessInstance, element: ElementInstance, target: FlowNode): boolean {
  const loops = 'loop' in target && target.loop !== undefined;
  if ((element.loop !== undefined || element.iteration !== undefined) !== loops) return false;
  if (element.loop !== undefined) return true;
  if (element.userTask) return target.type === 'userTask';
  if (element.job !== undefined) return target.type === 'serviceTask';
  if (element.compensating !== undefined || element.state !== 'waiting') return true;
  return (scopes[element.id] !== undefined) === (target.type === 'subProcess') && target.type !== 'serviceTask';
}

/** Why, without the sentence around it. */
function fault(element: string, zh: string, en: string): MigrationFault {
  return { element, zh, en };
}
