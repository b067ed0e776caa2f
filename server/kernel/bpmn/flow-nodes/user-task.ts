import { startClock, type RunningClock } from '../../calendar/clock.ts';
import type { ClockStage } from '../../calendar/time-limit.ts';
import type { EvaluationFault, Evaluation } from '../../feel/expression.ts';
import type { UserTask } from '../executable-activity.ts';
import type { EventOf } from '../events.ts';
import type { Behaviour, Execution } from '../execution.ts';
import { limitsOf } from '../limits-of.ts';
import { unassigned, type ElementInstance } from '../process-instance.ts';
import { beginActivity, completeActivity, listenAtBoundary } from './activity.ts';
import { announce, announcementOf } from './announce.ts';
import { approvalOf, unplaced, voterOf } from './approve.ts';
import { clockListenersFault } from './clock-listeners.ts';
import { moveClock, turnLight } from './clock-timers.ts';
import { passesInDrawing } from './plain-task.ts';

/**
 * BPMN 2.0.2, 13.3.3: work for a person. It goes to a position (a post at an area), not to a person; its time limit
 * runs as a clock whose thresholds are timers. Overdue never completes anything: red colours, tells and starts the ladder.
 */
export const userTask: Behaviour<UserTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (passesInDrawing(execution, node)) return completeActivity(execution, node, begun, {}, false);
    const assignment = positionFor(execution, node, begun);
    if ('code' in assignment) return assignment;
    const clocks = clocksFor(execution, node, begun);
    if ('code' in clocks) return clocks;
    const announcement = isOneVoter(node, begun) ? null : announcementOf(execution, node, begun);
    if (announcement && 'code' in announcement) return announcement;
    const fault = listenAtBoundary(execution, begun);
    if (fault) return fault;
    // All is known before the user task is offered: one that could not be completed must never be seen.
    execution.emit({ type: 'user-task-created', ...at(element), element: node.id, ...assignment });
    if (announcement) announce(execution, node, element, announcement);
    for (const clock of clocks) moveClock(execution, element, { type: 'clock-started', clock });
    execution.emit({ type: 'element-waiting', ...at(element) });
    return null;
  },
  complete: (execution, node, element, variables) => completeActivity(execution, node, element, variables, false),
  trigger(execution, node, element, key) {
    turnLight(execution, element, key, (stage) => limitsOf(node).find((limit) => limit.stage === stage)?.ladder);
    return null;
  },
  cancel(execution, node, element) {
    if (element.userTask) execution.emit({ type: 'user-task-cancelled', ...at(element), element: node.id });
  },
};

/** Whoever is told of what several decide together is told once, when all of them are asked. */
function isOneVoter(node: UserTask, element: ElementInstance): boolean {
  return element.iteration !== undefined && approvalOf(node) !== undefined;
}

type Assigned = Pick<EventOf<'user-task-created'>, 'asked' | 'position' | 'vacant' | 'person'>;

function positionFor(execution: Execution, node: UserTask, element: ElementInstance): Assigned | EvaluationFault {
  if (!node.assignment) return { asked: unassigned, position: unassigned, vacant: [] };
  const voter = isOneVoter(node, element) ? voterOf(element) : null;
  if (voter) return voter;
  const visible = execution.visible(element.scope, element.variables);
  const post = textValue(execution.evaluate(node.assignment.post, visible));
  const area = textValue(execution.evaluate(node.assignment.area, visible));
  if (typeof post !== 'string')
    return post ?? faultOf('assignment-empty', node, '算不出由哪个岗位办理', 'leads to no post');
  if (typeof area !== 'string')
    return area ?? faultOf('assignment-empty', node, '算不出在哪个区域办理', 'leads to no area');
  const { fallback: instead } = node.assignment;
  const fallback = instead ? textValue(execution.evaluate(instead, visible)) : null;
  if (fallback !== null && typeof fallback !== 'string') return fallback;
  const answer = execution.ask({ kind: 'position', post, area, ...(fallback === null ? {} : { fallback }) });
  if (answer.kind !== 'position') return unplaced(answer);
  return { asked: { post, area }, position: answer.position, vacant: answer.vacant };
}

/** A clock for each of its limits; one that comes out empty means: no limit for this one. */
function clocksFor(
  execution: Execution,
  node: UserTask,
  element: ElementInstance,
): readonly RunningClock[] | EvaluationFault {
  const clocks: RunningClock[] = [];
  const visible = execution.visible(element.scope, element.variables);
  for (const { stage, limit } of limitsOf(node)) {
    const id = textValue(execution.evaluate(limit, visible));
    if (id !== null && typeof id !== 'string') return id;
    const clock = id === null ? null : clockFor(execution, node, element, id, stage);
    if (clock && 'code' in clock) return clock;
    if (clock) clocks.push(clock);
  }
  return clocks;
}

function clockFor(
  execution: Execution,
  node: UserTask,
  element: ElementInstance,
  id: string,
  stage: ClockStage | undefined,
): RunningClock | EvaluationFault {
  const limit = execution.given.limits.get(id);
  if (!limit)
    return faultOf('limit-unknown', node, `用了没有的办理时限「${id}」`, `uses the unknown time limit "${id}"`);
  const clock = startClock(limit, execution.calendars, execution.given.now, stage);
  if (!clock)
    return faultOf(
      'calendar-unknown',
      node,
      `的办理时限「${limit.title}」没有工作日历`,
      `has the limit "${id}" without a calendar`,
    );
  return clockListenersFault(execution, element, clock, limit) ?? clock;
}

function at(element: ElementInstance): { readonly id: number; readonly scope: number } {
  return { id: element.id, scope: element.scope };
}

function textValue(result: Evaluation): string | null | EvaluationFault {
  if (!result.ok) return result.fault;
  return typeof result.value === 'string' && result.value !== '' ? result.value : null;
}

function faultOf(code: string, node: UserTask, zh: string, en: string): EvaluationFault {
  return { code, zh: `「${node.name || node.id}」${zh}。`, en: `"${node.name || node.id}" ${en}.` };
}
