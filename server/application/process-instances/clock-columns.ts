import type { ElementInstance, ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { clocksOf } from '../../kernel/bpmn/user-task-clocks.ts';
import type { RunningClock } from '../../kernel/calendar/clock.ts';
import { clockStages } from '../../kernel/calendar/time-limit.ts';
import type { StoredClock } from '../../database/stored-clock.ts';
import type { RowChanges } from './row-changes.ts';

/**
 * Gives the rows of user tasks whose clocks a step has touched all of their clocks, as the instance has them now: lists
 * show every stage without reading instances.
 *
 * @param instance the instance after the step
 */
export function withClocks(rows: RowChanges, instance: ProcessInstance): RowChanges {
  const touched = rows.userTasksChanged.filter(({ timeLimit }) => timeLimit !== undefined);
  const made = rows.userTasksNew.filter(({ timeLimit }) => timeLimit !== null);
  if (touched.length === 0 && made.length === 0) return rows;
  const wanted = new Set([...touched, ...made].map(({ task }) => task));
  const alive = Object.values(instance.scopes).flatMap(({ elements }) => elements.filter(({ id }) => wanted.has(id)));
  const clocks = new Map(alive.map((element) => [element.id, storedClocks(element)]));
  const filled = <Row extends { readonly task: number }>(
    row: Row,
  ): Row & { readonly clocks?: readonly StoredClock[] } => {
    const own = clocks.get(row.task);
    return own === undefined ? row : { ...row, clocks: own };
  };
  return {
    ...rows,
    userTasksNew: rows.userTasksNew.map(filled),
    userTasksChanged: rows.userTasksChanged.map(filled),
  };
}

function storedClocks({ userTask }: ElementInstance): readonly StoredClock[] {
  if (!userTask) return [];
  return clocksOf(userTask)
    .flatMap(storedClock)
    .toSorted((one, other) => clockStages.indexOf(one.stage) - clockStages.indexOf(other.stage));
}

/** What was done needs no light. */
function storedClock(clock: RunningClock): readonly StoredClock[] {
  const { stage = 'handle', limit, budget, yellowAt, dueAt, light, pauses, extensions = [] } = clock;
  if (light === 'done') return [];
  const pause = light === 'paused' ? pauses?.at(-1) : undefined;
  const paused = pause ? { since: pause.from, reason: pause.reason, reviewOn: pause.reviewOn ?? null } : null;
  const times = light === 'paused' ? { yellowAt: null, dueAt: null } : { yellowAt, dueAt };
  return [{ stage, limit, budget, ...times, paused, extended: extensions.length }];
}
