import type { EvaluationFault } from '../../feel/expression.ts';
import { isJsonArray, type Json, type JsonObject } from '../../json.ts';
import type { EndedIteration } from '../commands.ts';
import type { Activity, Loop } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import { stopListening } from '../listening/listen.ts';
import type { ElementInstance, LoopState } from '../process-instance.ts';
import { propagate } from '../variables.ts';
import { countAnswers, neededVariable } from '../approval.ts';
import { listenAtBoundary } from './activity.ts';
import { announce, announcementOf } from './announce.ts';
import { approvalOf, askVoters, decideApproval, type Asked } from './approve.ts';
import { cancelScope } from './cancel.ts';
import { compensableOf } from './compensable.ts';
import { closeInside, openInside } from './inside.ts';
import { leave, wait } from './leave.ts';
import { throwLoopEvents } from './loop-events.ts';
import { isSpread, isSpreadAlive, reportIteration } from './spread-loop.ts';

type Multiple = Extract<Loop, { kind: 'multiple' }>;
type Standard = Extract<Loop, { kind: 'standard' }>;

/** Iterations of one activity that may live in one instance; more is a fault of the data, not a reason to stop a server. */
const mostIterations = 10_000;

/**
 * Enters an activity that loops (BPMN 2.0.2, 13.3.6, 13.3.7): the element is the loop as a whole, its iterations live
 * inside it. An iteration of a multi-instance activity sees the variables around it as they were when the loop began,
 * and what it sets stays its own but for its output; one of a standard loop sees and sets what is around it.
 */
export function enterLoop(execution: Execution, node: Activity, element: ElementInstance): EvaluationFault | null {
  const { loop } = node;
  if (loop === undefined) return null;
  const asked = loop.kind === 'multiple' ? askedBy(execution, node, loop, element) : null;
  if (asked && 'code' in asked) return asked;
  const begun = loop.kind === 'multiple' ? planMultiple(execution, node, loop, element, asked) : planStandard();
  if ('code' in begun) return begun;
  const announcement = asked && node.type === 'userTask' ? announcementOf(execution, node, element) : null;
  if (announcement && 'code' in announcement) return announcement;
  const fault = listenAtBoundary(execution, element);
  if (fault) return fault;
  execution.emit({ type: 'loop-changed', id: element.id, scope: element.scope, loop: begun });
  const isolated = loop.kind === 'multiple';
  openInside(execution, element, {
    variables: isolated
      ? {
          ...execution.visible(element.scope, element.variables),
          ...(asked ? { [neededVariable]: asked.needed } : {}),
        }
      : {},
    ...(isolated ? { closed: true } : {}),
  });
  if (announcement && node.type === 'userTask') announce(execution, node, element, announcement);
  wait(execution, element);
  const stuck = goOn(execution, node, loop, execution.now(element));
  if (stuck || execution.isExpected(element.id) || isSpreadAlive(begun)) return stuck;
  return loopDone(execution, node, execution.now(element)); // there was never anything to do
}

function planStandard(): LoopState {
  return { total: null, next: 1, completed: 0, terminated: 0 };
}

/** Whom a loop asks in which several decide together; null for any other. */
function askedBy(
  execution: Execution,
  node: Activity,
  { approval }: Multiple,
  element: ElementInstance,
): Asked | EvaluationFault | null {
  return approval ? askVoters(execution, node, approval, execution.visible(element.scope, element.variables)) : null;
}

function planMultiple(
  execution: Execution,
  node: Activity,
  loop: Multiple,
  element: ElementInstance,
  asked: Asked | null,
): LoopState | EvaluationFault {
  if (asked) return planItems(asked.items);
  const visible = execution.visible(element.scope, element.variables);
  const source = loop.collection ?? loop.cardinality;
  const result = source ? execution.evaluate(source, visible) : null;
  if (result && !result.ok) return result.fault;
  const value: Json = result?.value ?? (execution.given.supplied ? 1 : null);
  const items = loop.collection && isJsonArray(value) ? value : undefined;
  const total = items ? items.length : typeof value === 'number' && !loop.collection ? Math.trunc(value) : null;
  if (total === null || total < 0 || total > mostIterations) return notCountable(node, value);
  return {
    total,
    next: 1,
    completed: 0,
    terminated: 0,
    ...(isSpread(execution, node, loop, total) ? { spread: true as const } : {}),
    ...(items ? { items } : {}),
    ...(loop.results === undefined ? {} : { results: Array.from({ length: total }, () => null) }),
  };
}

function planItems(items: readonly Json[]): LoopState {
  return { total: items.length, next: 1, completed: 0, terminated: 0, items, results: items.map(() => null) };
}

/** Begins what may begin now: all iterations at once, or the next one; ends the loop when none is left. */
function goOn(execution: Execution, node: Activity, loop: Loop, element: ElementInstance): EvaluationFault | null {
  const state = element.loop ?? planStandard();
  if (state.spread) {
    execution.schedule({ do: 'spread', element: element.id, scope: element.scope });
    return null;
  }
  const atOnce = loop.kind === 'multiple' && !loop.sequential;
  const more =
    loop.kind === 'multiple' ? state.next <= (state.total ?? 0) : anotherTurn(execution, loop, element, state);
  if (typeof more !== 'boolean') return more;
  if (!more) return null; // it ends when its last iteration has gone
  const last = atOnce ? (state.total ?? 0) : state.next;
  for (let iteration = state.next; iteration <= last; iteration += 1)
    execution.schedule({ do: 'enter', element: node.id, scope: element.id, flow: null, iteration });
  execution.emit({ type: 'loop-changed', id: element.id, scope: element.scope, loop: { ...state, next: last + 1 } });
  return null;
}

/** Whether a standard loop goes round again: its condition is asked before or after, its maximum always counts. */
function anotherTurn(
  execution: Execution,
  loop: Standard,
  element: ElementInstance,
  { next }: LoopState,
): boolean | EvaluationFault {
  const visible = { ...execution.visible(element.id), loopCounter: next - 1 };
  const maximum = loop.maximum ? execution.evaluate(loop.maximum, visible) : null;
  if (maximum && !maximum.ok) return maximum.fault;
  if (typeof maximum?.value === 'number' && next > maximum.value) return false;
  if (next === 1 && !loop.testBefore) return true;
  if (!loop.condition) return maximum !== null;
  const holds = execution.evaluate(loop.condition, visible);
  return holds.ok ? holds.value === true : holds.fault;
}

/** The local variables an iteration begins with: inside its loop, or alone in an instance of its own. */
export function iterationVariables(execution: Execution, node: Activity, scope: number, iteration: number): JsonObject {
  const name = node.loop?.kind === 'multiple' ? node.loop.item : undefined;
  const items = execution.host(execution.scope(scope))?.loop?.items;
  const item = items ? (items[iteration - 1] ?? null) : execution.instance.iteration?.item;
  return { loopCounter: iteration, ...(name === undefined || item === undefined ? {} : { [name]: item }) };
}

/** An iteration has done its part: its output is collected, the condition asked, events thrown (13.3.7). */
export function leaveIteration(execution: Execution, node: Activity, element: ElementInstance): EvaluationFault | null {
  const scope = execution.scope(element.scope);
  const { iteration: alone } = execution.instance;
  if (alone && scope.parent === null) return reportIteration(execution, node, element, alone);
  const body = execution.host(scope);
  const { loop } = node;
  if (!body?.loop || !loop) throw new Error(`iteration ${element.id} of ${node.id} has no loop around it`);
  const seen = execution.visible(element.scope, element.variables);
  const output = loop.kind === 'multiple' && loop.output ? execution.evaluate(loop.output, seen) : null;
  if (output && !output.ok) return output.fault;
  const record = compensableOf(execution, node, element);
  execution.emit({ type: 'element-left', id: element.id, element: node.id, scope: element.scope });
  if (record) execution.emit({ type: 'compensable-recorded', scope: element.scope, record });
  const { results, completed } = body.loop;
  const place = (element.iteration ?? 1) - 1;
  const state: LoopState = {
    ...body.loop,
    completed: completed + 1,
    ...(results && output ? { results: results.map((before, at) => (at === place ? output.value : before)) } : {}),
  };
  execution.emit({ type: 'loop-changed', id: body.id, scope: body.scope, loop: state });
  // The iteration has gone: what cannot be told from here on sticks the loop.
  const fault =
    loop.kind === 'standard'
      ? goOn(execution, node, loop, execution.now(body))
      : afterIteration(execution, node, loop, body, seen);
  execution.stick(body, fault);
  return null;
}

/** Asks again how a loop goes on that could not tell, or that somebody took an iteration out of. */
export function resumeLoop(execution: Execution, node: Activity, body: ElementInstance): EvaluationFault | null {
  const { loop } = node;
  if (!loop) return null;
  execution.touched.add(body.id);
  const isBusy = execution.scope(body.id).elements.length > 0 || execution.isExpected(body.id);
  if (loop.kind === 'standard') return isBusy ? null : goOn(execution, node, loop, body);
  const seen = execution.visible(body.id);
  return isBusy && loop.sequential
    ? null
    : decide(execution, node, loop, body, { ...seen, ...countsOf(execution, body, loop) });
}

function afterIteration(
  execution: Execution,
  node: Activity,
  loop: Multiple,
  body: ElementInstance,
  seen: JsonObject,
): EvaluationFault | null {
  const counts = countsOf(execution, body, loop);
  const thrown = throwLoopEvents(execution, loop, body, seen, counts);
  if (thrown) return thrown;
  if (!execution.element(body.scope, body.id)) return null; // an event it threw has taken it away
  return decide(execution, node, loop, body, { ...seen, ...counts });
}

/** Whether a multi-instance activity is done before all of its iterations are; if not, which begins next. */
function decide(
  execution: Execution,
  node: Activity,
  loop: Multiple,
  body: ElementInstance,
  seen: JsonObject,
): EvaluationFault | null {
  const done = loop.completion ? execution.evaluate(loop.completion, seen) : null;
  if (done && !done.ok) return done.fault;
  if (done?.value === true) return endEarly(execution, body);
  return loop.sequential ? goOn(execution, node, loop, execution.now(body)) : null;
}

/**
 * Iterations that live in instances of their own have ended: what they gave is collected. The loop's condition and its
 * events ask about each in turn; where it has none, or is stuck already, all are taken together.
 */
export function endIterations(
  execution: Execution,
  node: Activity,
  body: ElementInstance,
  ended: readonly EndedIteration[],
): EvaluationFault | null {
  const { loop } = node;
  if (loop?.kind !== 'multiple') return null;
  const { id, scope } = body;
  let asks = !body.incident && (loop.completion !== undefined || loop.events.length > 0);
  let fault: EvaluationFault | null = null;
  for (let at = 0; at < ended.length;) {
    const now = execution.element(scope, id);
    if (!now?.loop || !isSpreadAlive(now.loop)) return null; // its condition held, or an event took it away
    const some = asks ? ended.slice(at, at + 1) : ended.slice(at);
    at += some.length;
    const told = some.map(({ number, output }) => ({ number, ...(output === undefined ? {} : { output }) }));
    execution.emit({ type: 'iterations-ended', id, scope, ended: told, cancelled: 0 });
    const seen = { ...execution.scope(id).variables, ...some[0]?.seen };
    if (asks) fault = afterIteration(execution, node, loop, now, seen);
    if (fault) asks = false;
  }
  execution.touched.add(id);
  return fault;
}

/** The counts of BPMN 2.0.2, table 10.30. */
function countsOf(execution: Execution, body: ElementInstance, { approval }: Multiple): JsonObject {
  const state = execution.now(body).loop ?? planStandard();
  const { total, next, completed, terminated, spread } = state;
  const alive = spread
    ? next - 1 - completed - terminated
    : execution.scope(body.id).elements.length + execution.pending.filter((work) => work.scope === body.id).length;
  return {
    numberOfInstances: total ?? 0,
    numberOfActiveInstances: alive,
    numberOfCompletedInstances: completed,
    numberOfTerminatedInstances: terminated,
    ...(approval ? countAnswers(state) : {}),
  };
}

/** The completion condition holds: what still goes on is cancelled (13.3.7). */
function endEarly(execution: Execution, body: ElementInstance): null {
  const { loop } = execution.now(body);
  if (loop?.spread) {
    const cancelled = (loop.total ?? 0) - loop.completed - loop.terminated;
    execution.emit({ type: 'call-cancelled', id: body.id, scope: body.scope });
    execution.emit({ type: 'iterations-ended', id: body.id, scope: body.scope, ended: [], cancelled });
    return null;
  }
  const alive = execution.scope(body.id).elements.length;
  cancelScope(execution, body.id, { system: 'operator' });
  if (loop)
    execution.emit({
      type: 'loop-changed',
      id: body.id,
      scope: body.scope,
      loop: { ...loop, next: (loop.total ?? 0) + 1, terminated: loop.terminated + alive },
    });
  return null;
}

/** All iterations have ended: the loop leaves as one activity, with what they gave in the order of the items. */
export function loopDone(execution: Execution, node: Activity, element: ElementInstance): null {
  const { compensable: inner = [], variables: around } = execution.scope(element.id);
  stopListening(execution, element);
  closeInside(execution, element.id);
  if (inner.length > 0) execution.emit({ type: 'inside-kept', id: element.id, scope: element.scope, inner });
  const { loop } = node;
  const results = execution.now(element).loop?.results;
  const approval = approvalOf(node);
  if (approval) propagate(execution, element.scope, decideApproval(execution, approval, element, around));
  else if (loop?.kind === 'multiple' && loop.results !== undefined && results)
    propagate(execution, element.scope, { [loop.results]: results });
  return leave(execution, execution.now(element));
}

function notCountable(node: Activity, value: Json): EvaluationFault {
  const said = JSON.stringify(value)?.slice(0, 60) ?? 'null';
  return {
    code: 'loop-not-countable',
    zh: `「${node.name || node.id}」要对每一项各办一次，但算出来是「${said}」，不是清单，也不是 0 到 ${mostIterations} 的数。请改正数据后重试。`,
    en: `"${node.name || node.id}" is done once for each item, but "${said}" is neither a list nor a number from 0 to ${mostIterations}. Correct it, then try again.`,
  };
}
