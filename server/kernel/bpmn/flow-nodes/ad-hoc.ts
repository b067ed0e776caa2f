import { evaluateCondition } from '../../feel/condition.ts';
import type { EvaluationFault } from '../../feel/expression.ts';
import { isJsonArray } from '../../json.ts';
import type { AdHoc, SubProcess } from '../executable-activity.ts';
import type { ExecutableProcess, FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance, Scope } from '../process-instance.ts';
import { isActivity } from './activity.ts';
import { cancelScope } from './cancel.ts';

/** The ad-hoc sub-process a scope is the inside of, if it is one. */
function adHocOf({ process }: Execution, { element, parent }: Scope): AdHoc | undefined {
  const node = parent === null ? undefined : process.nodes.get(element);
  return node?.type === 'subProcess' ? node.adHoc : undefined;
}

/** The activities an ad-hoc sub-process begins with by itself. */
export function pickFirst(
  execution: Execution,
  adHoc: AdHoc,
  element: ElementInstance,
): readonly string[] | EvaluationFault {
  if (!adHoc.active) return [];
  const result = execution.evaluate(adHoc.active, execution.visible(element.scope, element.variables));
  if (!result.ok) return result.fault;
  const named = isJsonArray(result.value) ? result.value : [];
  return named.filter(
    (id) => typeof id === 'string' && execution.process.nodes.get(id)?.parent === element.element,
  ) as string[];
}

/**
 * Events in an ad-hoc sub-process that nothing leads to: they are waited for as long as it is alive, and may happen
 * again and again (BPMN 2.0.2, 13.3.5).
 */
export function standingEvents({ process }: Execution, adHoc: string): readonly string[] {
  return [...process.nodes.values()].filter((node) => node.parent === adHoc && isStanding(node)).map(({ id }) => id);
}

function isStanding(node: FlowNode): boolean {
  if (node.type !== 'intermediateCatchEvent' || node.incoming.length > 0) return false;
  return node.catches.every(({ kind }) => kind !== 'link');
}

/** Whether all that is alive in a scope are events of an ad-hoc sub-process that wait to happen. */
export function onlyStands(execution: Execution, scope: Scope): boolean {
  if (scope.elements.length === 0) return true;
  if (!adHocOf(execution, scope)) return false;
  return scope.elements.every(({ element, state }) => state === 'waiting' && isStanding(execution.node(element)));
}

/** An event in an ad-hoc sub-process has happened: it is waited for anew, but for one that would happen at once again. */
export function standAgain(execution: Execution, node: FlowNode, scopeId: number): void {
  if (!isStanding(node) || !('catches' in node) || !adHocOf(execution, execution.scope(scopeId))) return;
  const isOver = node.catches.some(
    (part) => part.kind === 'conditional' || (part.kind === 'timer' && part.timer.kind === 'date'),
  );
  if (!isOver) execution.schedule({ do: 'enter', element: node.id, scope: scopeId, flow: null });
}

/**
 * Nothing goes on in it: done when its condition holds, or, where it has none, when each activity was done once. Before
 * anything was done in it the condition is not asked (BPMN 2.0.2, 13.3.5: after each completion).
 */
export function isAdHocDone(execution: Execution, node: SubProcess, adHoc: AdHoc, element: ElementInstance): boolean {
  const scope = execution.scope(element.id);
  const { done = [], finishing } = scope;
  if (finishing) return true;
  if (adHoc.completion) return done.length > 0 && conditionHolds(execution, adHoc, scope.id);
  if (adHoc.active) return true;
  const activities = [...execution.process.nodes.values()].filter(
    (inner) => inner.parent === node.id && isActivity(inner) && !isEventSubProcess(inner),
  );
  const initial = activities.filter(({ incoming }) => incoming.length === 0);
  return (initial.length > 0 ? initial : activities).every(({ id }) => done.includes(id));
}

function isEventSubProcess(node: FlowNode): boolean {
  return node.type === 'subProcess' && node.kind === 'event';
}

/** A condition that cannot be told, because variables are missing yet, does not hold yet. */
function conditionHolds(execution: Execution, { completion }: AdHoc, scope: number): boolean {
  if (!completion) return false;
  const holds = evaluateCondition(completion, execution.contextFor(execution.visible(scope)));
  return holds.ok && holds.value;
}

/**
 * An activity in an ad-hoc sub-process has been completed: its condition is asked. When it holds no other activity
 * begins; what still goes on is cancelled, or waited for (BPMN 2.0.2, 13.3.5). One that is sequential has nothing to
 * wait for.
 */
export function activityDone(execution: Execution, scopeId: number, activity: string): void {
  const scope = execution.scope(scopeId);
  const adHoc = adHocOf(execution, scope);
  if (!adHoc) return;
  execution.emit({ type: 'activity-done', scope: scopeId, element: activity });
  if (scope.finishing || !conditionHolds(execution, adHoc, scopeId)) return;
  if (adHoc.cancelsRemaining || adHoc.sequential) cancelScope(execution, scopeId, { system: 'operator' });
  execution.emit({ type: 'ad-hoc-finishing', scope: scopeId });
}

/** Whether a token that comes into a scope finds it finishing: then it ends there, unless it begins an event sub-process. */
export function isTurnedAway(execution: Execution, scope: number, start: string | undefined): boolean {
  return start === undefined && execution.scopeIfAlive(scope)?.finishing === true;
}

/** Whether an activity must wait its turn: a sequential ad-hoc sub-process does one at a time (BPMN 2.0.2, 13.3.5). */
export function awaitsTurn(execution: Execution, node: FlowNode, scopeId: number): boolean {
  if (!isActivity(node) || isEventSubProcess(node)) return false;
  const around = execution.process.nodes.get(node.parent);
  if (around?.type !== 'subProcess' || !around.adHoc?.sequential) return false;
  const scope = execution.scope(scopeId);
  return scope.element === around.id && isActivityAlive(execution.process, scope);
}

/** Begins the activity whose turn has come, when the one before has ended. */
export function takeTurn(execution: Execution, scope: Scope): void {
  const [element] = scope.queue ?? [];
  if (element === undefined || execution.isExpected(scope.id) || isActivityAlive(execution.process, scope)) return;
  execution.emit({ type: 'activity-turn', scope: scope.id });
  execution.schedule({ do: 'enter', element, scope: scope.id, flow: null });
}

/** Whether an activity goes on in an ad-hoc sub-process. */
export function isActivityAlive({ nodes }: ExecutableProcess, { elements }: Scope): boolean {
  return elements.some(({ element }) => {
    const node = nodes.get(element);
    return node !== undefined && isActivity(node) && !isEventSubProcess(node);
  });
}
