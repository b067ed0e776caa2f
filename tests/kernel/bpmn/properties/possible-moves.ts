import type { RunningClock } from '../../../../server/kernel/calendar/clock.ts';
import type { Command } from '../../../../server/kernel/bpmn/commands.ts';
import type { BoundaryEvent, StartEvent } from '../../../../server/kernel/bpmn/executable-event.ts';
import type { ElementInstance, ProcessInstance, Scope } from '../../../../server/kernel/bpmn/process-instance.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import { eventOfKey } from '../../../../server/kernel/bpmn/listening/catch-keys.ts';
import type { Dice } from './dice.ts';
import { variableCount } from './page.ts';

/** Something that may happen next to an instance, and how likely. */
export interface Move {
  readonly instance: string;
  readonly command: Command;
  readonly weight: number;
  /** When a timer is due: time passes until then. */
  readonly due?: string;
  /** It may come any number of times and leads nowhere, so that a life must not wait for it to stop. */
  readonly isExtra?: true;
}

const by = { person: 'ma' } as const;

/** Everything that may happen next to an instance. */
export function possibleMoves(
  id: string,
  process: ExecutableProcess,
  instance: ProcessInstance,
  dice: Dice,
): readonly Move[] {
  if (instance.suspendedAt !== undefined) {
    const clocks = dice.pick(['run-on', 'shift'] as const);
    return [{ instance: id, command: { type: 'resume', clocks, by }, weight: 1 }];
  }
  if (instance.agenda.length > 0) return [{ instance: id, command: { type: 'continue' }, weight: 1 }];
  const moves: Move[] = [];
  const add = (weight: number, command: Command, more: Partial<Move> = {}): void =>
    void moves.push({ instance: id, command, weight, ...more });
  for (const scope of Object.values(instance.scopes)) {
    addListening(add, process, scope, scope.id, dice);
    addPicks(add, process, scope);
    for (const element of scope.elements) {
      addListening(add, process, element, scope.id, dice);
      addWork(add, process, element, dice);
    }
  }
  return moves;
}

type Add = (weight: number, command: Command, more?: Partial<Move>) => void;

function addListening(
  add: Add,
  process: ExecutableProcess,
  { id: element, timers = {}, subscriptions = {} }: ElementInstance | Scope,
  scope: number,
  dice: Dice,
): void {
  for (const [key, { due, generation }] of Object.entries(timers))
    add(attached(process, key) ? 10 : 4, { type: 'fire-timer', element, scope, key, generation }, { due });
  for (const [key, { kind, generation }] of Object.entries(subscriptions)) {
    const event = attached(process, key);
    const isBeside = event?.interrupting === false;
    const more = isBeside ? ({ isExtra: true } as const) : {};
    if (kind === 'conditional') {
      const name = isBeside ? 'beside' : `v${dice.below(variableCount)}`;
      const variables = { [name]: dice.below(variableCount) };
      add(event ? 8 : 3, { type: 'set-variables', scope, variables, by }, more);
    } else {
      const variables = dice.chance(0.5) ? {} : { heard: true };
      const command: Command = { type: 'trigger-event', element, scope, key, generation, variables };
      add(event ? 8 : 3, command, more);
    }
  }
}

/** The boundary or start event a key belongs to; what is attached is otherwise over before it happens. */
function attached(process: ExecutableProcess, key: string): BoundaryEvent | StartEvent | null {
  const node = process.nodes.get(eventOfKey(key));
  return node?.type === 'boundaryEvent' || node?.type === 'startEvent' ? node : null;
}

/** Something that moves the clock of a user task. */
function clockMove(task: number, scope: number, { light }: RunningClock, dice: Dice): Command {
  if (light === 'paused')
    return dice.chance(0.8)
      ? { type: 'resume-clock', task, scope, by }
      : { type: 'move-clock-review', task, scope, reviewOn: '2099-01-01', because: 'waiting', by };
  return dice.chance(0.7)
    ? { type: 'pause-clock', task, scope, reason: 'waiting', by }
    : { type: 'extend-clock', task, scope, amount: 1, unit: 'hours', reason: 'waiting', by };
}

function addWork(add: Add, process: ExecutableProcess, element: ElementInstance, dice: Dice): void {
  const { id, scope, job, userTask, incident } = element;
  if (incident) return add(6, { type: 'resolve-incident', element: id, scope, by });
  if (userTask) {
    const to = { post: dice.pick(['head', 'clerk']), area: 'g1' };
    const variables = { answer: dice.below(variableCount) };
    add(6, { type: 'complete-user-task', task: id, scope, variables, by });
    add(1, { type: 'reassign-user-task', task: id, scope, to, because: 'vacant', by }, { isExtra: true });
    if (userTask.clock) add(2, clockMove(id, scope, userTask.clock, dice), { isExtra: true });
    if (dice.chance(0.05)) {
      const changes = [
        { do: 'cancel', element: id, scope },
        { do: 'activate', element: element.element, within: scope },
      ] as const;
      if (element.iteration === undefined && element.compensates === undefined)
        add(1, { type: 'modify', changes, by }, { isExtra: true });
    }
  }
  if (job !== undefined) {
    add(6, { type: 'complete-job', element: id, scope, job, variables: {} });
    add(1, { type: 'fail-job', element: id, scope, job, code: 'no-luck', zh: '', en: '' }, { isExtra: true });
    const boundary = process.boundaryEvents.get(element.element) ?? [];
    if (boundary.some(({ catches }) => catches.some(({ kind }) => kind === 'error')))
      add(4, { type: 'throw-error', element: id, scope, job, code: 'error0', variables: {} });
  }
  if (userTask || job !== undefined) addIterations(add, element, dice);
}

/** One iteration of a multi-instance activity more, or less. */
function addIterations(add: Add, { id, scope, iteration }: ElementInstance, dice: Dice): void {
  if (iteration === undefined || !dice.chance(0.1)) return;
  const changes = [{ do: 'remove-iteration', element: id, scope }] as const;
  add(1, { type: 'modify', changes, by }, { isExtra: true });
}

/** Activities that somebody may pick in an ad-hoc sub-process. */
function addPicks(add: Add, process: ExecutableProcess, scope: Scope): void {
  const around = process.nodes.get(scope.element);
  if (around?.type !== 'subProcess' || !around.adHoc) return;
  if (around.adHoc.sequential && scope.elements.length > 0) return;
  for (const node of process.nodes.values()) {
    if (node.parent !== around.id || node.incoming.length > 0 || !('startQuantity' in node)) continue;
    const isDone = scope.done?.includes(node.id) === true;
    const command: Command = { type: 'activate', scope: scope.id, element: node.id, by };
    add(isDone ? 1 : 4, command, isDone ? { isExtra: true } : {});
  }
}
