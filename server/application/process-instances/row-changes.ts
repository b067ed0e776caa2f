import type { Actor } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { Incident, Position } from '../../kernel/bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';

/** What one step changes in the tables around its instance, net: a timer armed and disarmed in the same step is neither. */
export interface RowChanges {
  readonly timersSet: readonly TimerRow[];
  readonly timersGone: readonly { readonly element: number; readonly key: string }[];
  readonly jobsSet: readonly JobRow[];
  readonly jobsGone: readonly { readonly element: number }[];
  readonly userTasksNew: readonly NewUserTaskRow[];
  readonly userTasksChanged: readonly ChangedUserTaskRow[];
  readonly incidentsSet: readonly ({ readonly element: number; readonly scope: number } & Incident)[];
  readonly incidentsGone: readonly { readonly element: number }[];
}

export interface TimerRow {
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly generation: number;
  readonly due: Instant;
}

export interface JobRow {
  readonly element: number;
  readonly scope: number;
  readonly job: number;
  readonly jobType: string;
  readonly retries: number;
  readonly headers: JsonObject;
}

interface UserTaskColumns {
  readonly post: string;
  readonly area: string;
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly light: 'green' | 'yellow' | 'red' | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly timeLimit: string | null;
  /** Person id; null when the system closed it or it is open. */
  readonly completedBy: string | null;
}

export interface NewUserTaskRow extends UserTaskColumns {
  readonly task: number;
  readonly scope: number;
  readonly element: string;
  readonly name: string;
  readonly form: string | null;
  readonly askedPost: string;
  readonly askedArea: string;
}

/** Only the columns that change; absent ones stay. */
export type ChangedUserTaskRow = { readonly task: number } & Partial<UserTaskColumns>;

/**
 * Folds a step's effects into the rows to write, so that one statement can write them: no row is touched twice.
 *
 * @param process names and forms of user tasks come from here
 * @param effects the step's effects, in order
 */
export function rowChanges(process: ExecutableProcess, effects: readonly Effect[]): RowChanges {
  const timers = new Map<string, TimerRow | { readonly element: number; readonly key: string }>();
  const jobs = new Map<number, JobRow | null>();
  const incidents = new Map<number, RowChanges['incidentsSet'][number] | null>();
  const created = new Map<number, NewUserTaskRow>();
  const changed = new Map<number, ChangedUserTaskRow>();
  const change = (task: number, columns: Partial<UserTaskColumns>): void => {
    const row = created.get(task);
    if (row) created.set(task, { ...row, ...columns });
    else changed.set(task, { ...changed.get(task), ...columns, task });
  };
  for (const effect of effects) {
    switch (effect.do) {
      case 'arm-timer':
        timers.set(`${effect.element}/${effect.key}`, { element: effect.element, scope: effect.scope, key: effect.key, generation: effect.generation, due: effect.due });
        break;
      case 'disarm-timer':
        timers.set(`${effect.element}/${effect.key}`, { element: effect.element, key: effect.key });
        break;
      case 'create-job':
        jobs.set(effect.element, { element: effect.element, scope: effect.scope, job: effect.job, jobType: effect.jobType, retries: effect.retries, headers: effect.headers });
        break;
      case 'cancel-job':
        jobs.set(effect.element, null);
        break;
      case 'raise-incident':
        incidents.set(effect.element, { element: effect.element, scope: effect.scope, ...effect.incident });
        break;
      case 'clear-incident':
        incidents.set(effect.element, null);
        break;
      case 'create-user-task':
        created.set(effect.task, newUserTask(process, effect.task, effect.scope, effect.element, effect.asked, effect.position));
        break;
      case 'reassign-user-task':
        change(effect.task, { post: effect.position.post, area: effect.position.area });
        break;
      case 'set-user-task-clock':
        change(effect.task, { light: effect.light, yellowAt: effect.yellowAt, dueAt: effect.dueAt, timeLimit: effect.limit });
        break;
      case 'set-user-task-light':
        change(effect.task, { light: effect.light });
        break;
      case 'close-user-task':
        change(effect.task, { state: effect.reason, completedBy: personOf(effect.by) });
        break;
      case 'start-ladder':
      case 'end-companions':
      case 'continue':
        break; // these become commands in the inbox
    }
  }
  const timerRows = [...timers.values()];
  return {
    timersSet: timerRows.filter((row): row is TimerRow => 'due' in row),
    timersGone: timerRows.filter((row) => !('due' in row)),
    jobsSet: [...jobs.values()].filter((row) => row !== null),
    jobsGone: [...jobs].filter(([, row]) => row === null).map(([element]) => ({ element })),
    incidentsSet: [...incidents.values()].filter((row) => row !== null),
    incidentsGone: [...incidents].filter(([, row]) => row === null).map(([element]) => ({ element })),
    userTasksNew: [...created.values()],
    userTasksChanged: [...changed.values()],
  };
}

function newUserTask(process: ExecutableProcess, task: number, scope: number, element: string, asked: Position, position: Position): NewUserTaskRow {
  const node = process.nodes.get(element);
  return {
    task, scope, element, name: node?.name || element, form: (node?.type === 'userTask' && node.form) || null,
    askedPost: asked.post, askedArea: asked.area, post: position.post, area: position.area,
    state: 'open', light: null, yellowAt: null, dueAt: null, timeLimit: null, completedBy: null,
  };
}

function personOf(actor: Actor | null): string | null {
  return actor && 'person' in actor ? actor.person : null;
}
