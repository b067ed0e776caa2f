import type { ProcessEvent } from '../bpmn/events.ts';
import type { Duty } from '../bpmn/executable-activity.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { ElementInstance, Position, ProcessInstance } from '../bpmn/process-instance.ts';
import { shownClock, type ShownLight } from '../bpmn/user-task-clocks.ts';
import type { ClockStage } from '../calendar/time-limit.ts';
import type { Instant } from '../json.ts';

/** How far a case is: what lists, headers and lights show. Kept in the case's row, in the same commit as the step. */
export interface CaseProgress {
  readonly status: 'open' | 'closed' | 'cancelled';
  /** Id of the stage it is in (or ended in). */
  readonly stage: string;
  /** Stages it has been in, in order, and stages that passed by themselves. */
  readonly visited: readonly string[];
  readonly passed: readonly string[];
  readonly holder: Position | null;
  readonly light: ShownLight | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Id of the time limit that runs. */
  readonly timeLimit: string | null;
  /** Once the limit of a piece of its work was red, a case keeps the mark, also when it is closed. */
  readonly everOverdue: boolean;
  readonly incident: boolean;
  /** Who owes what in it, as its process last said. */
  readonly duties: CaseDuties;
}

/** Who owes the answer, the end, the push, the settling; positions that the process named. */
export type CaseDuties = { readonly [duty in Duty]?: Position };

/** The progress of a case nothing has happened to yet. */
export const newCaseProgress: CaseProgress = {
  status: 'open',
  stage: '',
  visited: [],
  passed: [],
  holder: null,
  light: null,
  yellowAt: null,
  dueAt: null,
  timeLimit: null,
  everOverdue: false,
  incident: false,
  duties: {},
};

/**
 * The progress after a step of the case's process. Stages come from the events; who has it and how its limit stands are
 * read off the instance itself, so they cannot drift from it.
 *
 * @param before progress so far
 * @param process the process of the case
 * @param instance the instance after the step
 * @param events the step's events
 */
export function caseProgress(
  before: CaseProgress,
  process: ExecutableProcess,
  instance: ProcessInstance,
  events: readonly ProcessEvent[],
): CaseProgress {
  const alive = Object.values(instance.scopes).flatMap((scope) => scope.elements);
  const told = events.reduce((progress, event) => withEvent(progress, process, event), before);
  const stages = events.some(({ type }) => type === 'instance-migrated') ? inStages(told, process, alive) : told;
  const current = mostUrgent(alive.filter((element) => element.userTask));
  const clock = current?.userTask && shownClock(current.userTask);
  return {
    ...stages,
    holder: current?.userTask?.position ?? null,
    light: clock?.light ?? null,
    yellowAt: clock?.yellowAt ?? null,
    dueAt: clock?.dueAt ?? null,
    timeLimit: clock?.limit ?? null,
    incident: alive.some((element) => element.incident),
  };
}

/** Another model may call its stages otherwise: the case is in that of what is alive. */
function inStages(progress: CaseProgress, process: ExecutableProcess, alive: readonly ElementInstance[]): CaseProgress {
  const [stage] = alive.flatMap(({ element }) => process.nodes.get(element)?.stage ?? []);
  return stage === undefined ? progress : entered(progress, stage);
}

function entered(progress: CaseProgress, stage: string): CaseProgress {
  // A stage that is entered after all (handed back, done again) is no longer one that passed by itself.
  const passed = progress.passed.filter((other) => other !== stage);
  const visited = progress.visited.includes(stage) ? progress.visited : [...progress.visited, stage];
  return { ...progress, stage, passed, visited };
}

function withEvent(progress: CaseProgress, process: ExecutableProcess, event: ProcessEvent): CaseProgress {
  switch (event.type) {
    case 'element-entered': {
      const stage = process.nodes.get(event.element)?.stage;
      return stage ? entered(progress, stage) : progress;
    }
    case 'sequence-flow-taken':
      return event.passes
        ? {
            ...progress,
            passed: [
              ...new Set([...progress.passed, ...event.passes.filter((stage) => !progress.visited.includes(stage))]),
            ],
          }
        : progress;
    case 'duties-given':
      return { ...progress, duties: { ...progress.duties, ...event.duties } };
    case 'light-changed':
      return event.light === 'red' && isHandling(event.stage) ? { ...progress, everOverdue: true } : progress;
    case 'instance-completed':
      return { ...progress, status: 'closed' };
    case 'instance-cancelled':
      return { ...progress, status: 'cancelled' };
    default:
      return progress;
  }
}

/** Who signs or answers late has not handled late: those clocks are told of and counted by themselves. */
function isHandling(stage: ClockStage | undefined): boolean {
  return stage !== 'sign-for' && stage !== 'first-response';
}

function mostUrgent(userTasks: readonly ElementInstance[]): ElementInstance | undefined {
  const due = ({ userTask }: ElementInstance): string => (userTask && shownClock(userTask)?.dueAt) ?? '9999';
  return userTasks.toSorted((one, other) =>
    due(one) < due(other) ? -1 : due(one) > due(other) ? 1 : one.id - other.id,
  )[0];
}

/** How a stage stands on the case's page. */
export function stageState(progress: CaseProgress, stage: string): 'done' | 'passed' | 'current' | 'future' {
  if (progress.status === 'open' && progress.stage === stage) return 'current';
  if (progress.passed.includes(stage)) return 'passed';
  return progress.visited.includes(stage) ? 'done' : 'future';
}
