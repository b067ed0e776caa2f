import type { Actor } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ShownLight } from '../../kernel/bpmn/user-task-clocks.ts';
import type { Incident } from '../../kernel/bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';
import type { StoredClock } from '../../database/stored-clock.ts';

/** What one step changes in the tables around its instance, net: a timer armed and disarmed in the same step is neither. */
export interface RowChanges {
  readonly timersSet: readonly TimerRow[];
  readonly timersGone: readonly TimerGone[];
  readonly jobsSet: readonly JobRow[];
  readonly jobsGone: readonly { readonly element: number }[];
  readonly userTasksNew: readonly NewUserTaskRow[];
  readonly userTasksChanged: readonly ChangedUserTaskRow[];
  readonly incidentsSet: readonly ({ readonly element: number; readonly scope: number } & Incident)[];
  readonly incidentsGone: readonly { readonly element: number }[];
}

interface TimerRow {
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly generation: number;
  readonly due: Instant;
}

interface TimerGone {
  readonly element: number;
  readonly key: string;
}

interface JobRow {
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
  readonly light: ShownLight | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly timeLimit: string | null;
  /** All of its clocks (`clock-columns.ts`). */
  readonly clocks?: readonly StoredClock[];
  /** Person id; null when the system closed it or it is open. */
  readonly completedBy: string | null;
}

interface NewUserTaskRow extends UserTaskColumns {
  readonly task: number;
  readonly scope: number;
  readonly element: string;
  readonly name: string;
  readonly form: string | null;
  /** Who of several holders is asked first, by the rule of a plugin. */
  readonly rule: string | null;
  readonly askedPost: string;
  readonly askedArea: string;
  /** The holder who is asked by name. */
  readonly person: string | null;
}

/** Only the columns that change; absent ones stay. */
type ChangedUserTaskRow = { readonly task: number } & ChangedColumns;

/** `clockSet`: its light and times are as they stand here, also where they are null. */
type ChangedColumns = Partial<UserTaskColumns> & { readonly clockSet?: true };

/** Rows by what they are about, while effects are folded into them; null stands for a row that goes. */
interface Folding {
  readonly timers: Map<string, TimerRow | TimerGone>;
  readonly jobs: Map<number, JobRow | null>;
  readonly incidents: Map<number, RowChanges['incidentsSet'][number] | null>;
  readonly created: Map<number, NewUserTaskRow>;
  readonly changed: Map<number, ChangedUserTaskRow>;
}

/**
 * Folds a step's effects into the rows to write, so that one statement can write them: no row is touched twice.
 *
 * @param process names and forms of user tasks come from here
 * @param effects the step's effects, in order
 */
export function rowChanges(process: ExecutableProcess, effects: readonly Effect[]): RowChanges {
  const folding: Folding = {
    timers: new Map(),
    jobs: new Map(),
    incidents: new Map(),
    created: new Map(),
    changed: new Map(),
  };
  for (const effect of effects) fold(folding, process, effect);
  const timers = [...folding.timers.values()];
  return {
    timersSet: timers.filter((row): row is TimerRow => 'due' in row),
    timersGone: timers.filter((row) => !('due' in row)),
    jobsSet: [...folding.jobs.values()].filter((row) => row !== null),
    jobsGone: gone(folding.jobs),
    incidentsSet: [...folding.incidents.values()].filter((row) => row !== null),
    incidentsGone: gone(folding.incidents),
    userTasksNew: [...folding.created.values()],
    userTasksChanged: [...folding.changed.values()],
  };
}

function gone(rows: ReadonlyMap<number, unknown>): readonly { readonly element: number }[] {
  return [...rows].filter(([, row]) => row === null).map(([element]) => ({ element }));
}

function fold(folding: Folding, process: ExecutableProcess, effect: Effect): void {
  const { timers, jobs, incidents } = folding;
  switch (effect.do) {
    case 'arm-timer': {
      const { element, scope, key, generation, due } = effect;
      timers.set(`${element}/${key}`, { element, scope, key, generation, due });
      return;
    }
    case 'disarm-timer':
      timers.set(`${effect.element}/${effect.key}`, { element: effect.element, key: effect.key });
      return;
    case 'create-job': {
      const { element, scope, job, jobType, retries, headers } = effect;
      jobs.set(element, { element, scope, job, jobType, retries, headers });
      return;
    }
    case 'cancel-job':
      jobs.set(effect.element, null);
      return;
    case 'raise-incident':
      incidents.set(effect.element, { element: effect.element, scope: effect.scope, ...effect.incident });
      return;
    case 'clear-incident':
      incidents.set(effect.element, null);
      return;
    case 'create-user-task':
      folding.created.set(effect.task, newUserTask(process, effect));
      return;
    case 'reassign-user-task':
    case 'set-user-task-clock':
    case 'set-user-task-light':
    case 'close-user-task':
      changeUserTask(folding, effect.task, changedColumns(effect));
      return;
    case 'tell-posts':
      return; // notices, which plugins may carry further: see `tell-posts.ts`
    case 'start-ladder':
    case 'end-companions':
    case 'continue':
      return; // these become commands in the inbox
    case 'open-subscription':
    case 'close-subscription':
    case 'publish-message':
    case 'broadcast-signal':
    case 'start-call':
    case 'start-iterations':
    case 'suspend-iterations':
    case 'resume-iterations':
    case 'migrate-iterations':
    case 'cancel-call':
    case 'answer-call':
      return; // rows and letters of their own: see `exchange-rows.ts`
  }
}

function changeUserTask({ created, changed }: Folding, task: number, columns: ChangedColumns): void {
  const row = created.get(task);
  const { clockSet: _isNew, ...own } = columns;
  if (row) created.set(task, { ...row, ...own });
  else changed.set(task, { ...changed.get(task), ...columns, task });
}

type EffectOn<Do extends Effect['do']> = Extract<Effect, { readonly do: Do }>;

function changedColumns(
  effect: EffectOn<'reassign-user-task' | 'set-user-task-clock' | 'set-user-task-light' | 'close-user-task'>,
): ChangedColumns {
  switch (effect.do) {
    case 'reassign-user-task':
      return { post: effect.position.post, area: effect.position.area };
    case 'set-user-task-clock': {
      const { light, yellowAt, dueAt, limit: timeLimit } = effect;
      return { light, yellowAt, dueAt, timeLimit, clockSet: true };
    }
    case 'set-user-task-light':
      return { light: effect.light };
    case 'close-user-task':
      return { state: effect.reason, completedBy: personOf(effect.by) };
  }
}

function newUserTask(process: ExecutableProcess, effect: EffectOn<'create-user-task'>): NewUserTaskRow {
  const { task, scope, element, asked, position, person = null } = effect;
  const node = process.nodes.get(element);
  return {
    task,
    scope,
    element,
    name: node?.name || element,
    form: (node?.type === 'userTask' && node.form) || null,
    rule: (node?.type === 'userTask' && node.assignment?.rule) || null,
    askedPost: asked.post,
    askedArea: asked.area,
    person,
    post: position.post,
    area: position.area,
    state: 'open',
    light: null,
    yellowAt: null,
    dueAt: null,
    timeLimit: null,
    completedBy: null,
  };
}

function personOf(actor: Actor | null): string | null {
  return actor && 'person' in actor ? actor.person : null;
}
