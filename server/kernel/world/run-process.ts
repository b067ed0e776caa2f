import type { Command } from '../bpmn/commands.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { ElementInstance } from '../bpmn/process-instance.ts';
import { addDuration } from '../bpmn/timer-text.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Decision } from '../dmn/decision.ts';
import type { Instant, JsonObject } from '../json.ts';
import { advanceInMemory, type Surroundings } from './advance-in-memory.ts';
import { fireTimersUntil } from './fire-timers.ts';
import type { RunFault, RunStep } from './steps.ts';
import { traceOf, type TraceLine } from './trace.ts';
import { elementKey, emptyWorld, type WorldInstance, type WorldState } from './world-state.ts';

/** What a headless run came to. */
export interface RunResult {
  readonly outcome: 'completed' | 'waiting' | 'refused' | 'incident';
  readonly trace: readonly TraceLine[];
  readonly waiting: readonly {
    readonly element: string;
    readonly kind: 'user-task' | 'job' | 'timer' | 'task';
    readonly dueAt: Instant | null;
  }[];
  readonly variables: JsonObject;
  readonly faults: readonly RunFault[];
}

/** The definitions a run may use besides the process itself. */
export interface RunDefinitions {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly limits: ReadonlyMap<string, TimeLimit>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

interface Run {
  readonly world: WorldState;
  readonly processes: readonly ExecutableProcess[];
  readonly surroundings: Surroundings;
  readonly choices: Map<string, readonly string[]>;
  readonly waits: Set<string>;
  readonly faults: RunFault[];
}

/**
 * Runs a BPMN file without people, forms or a database, under a virtual clock: user tasks and jobs wait for `complete`,
 * timers for `advance` or `trigger`. Positions are taken as the model asks for them.
 *
 * @param processes the compiled file
 * @param steps what happens, in order; without a leading `start` the first process is started
 * @param now where the clock begins
 */
export function runProcess(
  processes: readonly ExecutableProcess[],
  steps: readonly RunStep[],
  now: Instant,
  definitions: RunDefinitions,
): RunResult {
  const choices = new Map<string, readonly string[]>();
  const waits = new Set<string>();
  const run: Run = {
    world: emptyWorld(now),
    processes,
    choices,
    waits,
    faults: [],
    surroundings: {
      pinned: { ...definitions, supplied: { choices, waits } },
      answer: ({ post, area }) => ({ kind: 'position', position: { post, area }, vacant: [] }),
      follow: () => undefined,
    },
  };
  const script: readonly RunStep[] = steps.some((step) => step.do === 'start')
    ? steps
    : [...steps.filter(isPreparation), { do: 'start' }, ...steps.filter((step) => !isPreparation(step))];
  for (const step of script) {
    if (run.faults.length > 0) break;
    perform(run, step);
  }
  return resultOf(run);
}

function isPreparation(step: RunStep): boolean {
  return step.do === 'choose' || step.do === 'waitAt';
}

function perform(run: Run, step: RunStep): void {
  switch (step.do) {
    case 'choose':
      run.choices.set(step.gateway ?? step.element ?? '', step.flows ?? []);
      return;
    case 'waitAt':
      run.waits.add(step.element ?? '');
      return;
    case 'start':
      return start(run, step);
    case 'complete':
      return complete(run, step);
    case 'trigger':
      return trigger(run, step);
    case 'advance':
      return advanceClock(run, step);
    case 'throwError':
    case 'message':
    case 'signal':
      refuse(
        run,
        'step-unsupported',
        step.element ?? null,
        `步骤「${step.do}」需要的 BPMN 元素现在还不能运行。`,
        `The step "${step.do}" needs BPMN elements that cannot be run yet.`,
      );
  }
}

function start(run: Run, step: RunStep): void {
  const process =
    run.processes.find((candidate) => candidate.id === step.process) ??
    (step.process === undefined ? run.processes[0] : undefined);
  if (!process)
    return refuse(
      run,
      'process-unknown',
      step.process ?? null,
      `没有流程「${step.process ?? ''}」。`,
      `There is no process "${step.process ?? ''}".`,
    );
  const id = `${process.id}-${run.world.instances.size + 1}`;
  const command: Command = {
    type: 'create-instance',
    variables: step.variables ?? {},
    by: { system: 'operator' },
    ...(step.element ? { startEvent: step.element } : {}),
  };
  carryOut(run, id, { process, subject: null, host: null }, command, step.element ?? null);
}

function complete(run: Run, step: RunStep): void {
  for (const [id, world] of run.world.instances) {
    const element = waitingElement(world, step.element);
    if (!element) continue;
    const at = { scope: element.scope, variables: step.variables ?? {} };
    const command: Command = element.userTask
      ? { type: 'complete-user-task', task: element.id, by: { system: 'operator' }, ...at }
      : element.job === undefined
        ? { type: 'complete-plain-task', element: element.id, ...at }
        : { type: 'complete-job', element: element.id, job: element.job, ...at };
    return carryOut(run, id, world, command, step.element ?? null);
  }
  refuse(
    run,
    'not-waiting',
    step.element ?? null,
    `「${step.element ?? ''}」没有在等人办理。`,
    `"${step.element ?? ''}" is not waiting to be completed.`,
  );
}

function trigger(run: Run, step: RunStep): void {
  for (const timer of run.world.timers.values()) {
    const world = run.world.instances.get(timer.instance);
    const host = world && elementsOf(world).find((element) => element.id === timer.element);
    if (!world || !host || (timer.key !== step.element && host.element !== step.element)) continue;
    const { element, scope, key, generation } = timer;
    return carryOut(
      run,
      timer.instance,
      world,
      { type: 'fire-timer', element, scope, key, generation },
      step.element ?? null,
    );
  }
  refuse(
    run,
    'not-waiting',
    step.element ?? null,
    `「${step.element ?? ''}」没有在等待。`,
    `"${step.element ?? ''}" is not waiting.`,
  );
}

function advanceClock(run: Run, step: RunStep): void {
  const until = step.to ?? (step.by ? addDuration(run.world.now, step.by) : null);
  if (!until || Number.isNaN(Date.parse(until)))
    return refuse(run, 'time-wrong', null, '要前进到的时间写错了。', 'The time to advance to is wrong.');
  fireTimersUntil(run.world, new Date(Date.parse(until)).toISOString(), (timer, world) => {
    const { element, scope, key, generation } = timer;
    carryOut(run, timer.instance, world, { type: 'fire-timer', element, scope, key, generation }, null);
  });
}

function carryOut(
  run: Run,
  id: string,
  begun: Parameters<typeof advanceInMemory>[3],
  command: Command,
  element: string | null,
): void {
  const advanced = advanceInMemory(run.world, run.surroundings, id, begun, command);
  if (!advanced.ok)
    return refuse(
      run,
      advanced.code,
      element,
      `这一步被拒绝（${advanced.code}）。`,
      `The step was refused (${advanced.code}).`,
    );
  for (let next = run.world.inbox.shift(); next; next = run.world.inbox.shift()) {
    const target = run.world.instances.get(next.instance);
    if (target) advanceInMemory(run.world, run.surroundings, next.instance, target, next.command);
  }
}

function refuse(run: Run, code: string, element: string | null, zh: string, en: string): void {
  run.faults.push({ code, element, zh, en });
}

function waitingElement(world: WorldInstance, element: string | undefined): ElementInstance | undefined {
  return elementsOf(world).find(
    (candidate) => candidate.state === 'waiting' && candidate.element === element && !candidate.incident,
  );
}

function elementsOf(world: WorldInstance): readonly ElementInstance[] {
  return Object.values(world.instance.scopes).flatMap((scope) => scope.elements);
}

function resultOf(run: Run): RunResult {
  const instances = [...run.world.instances.values()];
  const stuck = instances
    .flatMap(elementsOf)
    .flatMap((element): RunFault[] => (element.incident ? [{ ...element.incident, element: element.element }] : []));
  const outcome =
    run.faults.length > 0
      ? 'refused'
      : stuck.length > 0
        ? 'incident'
        : instances.every(({ instance }) => instance.status === 'completed')
          ? 'completed'
          : 'waiting';
  return {
    outcome,
    trace: instances.flatMap(({ process, instance, history }) =>
      history.flatMap(({ at, event }) => traceOf(process, instance.id, at, event)),
    ),
    waiting: instances.flatMap((world) => waitingOf(run.world, world)),
    variables: instances[0]?.instance.scopes[0]?.variables ?? {},
    faults: [...run.faults, ...stuck.map(({ code, element, zh, en }) => ({ code, element, zh, en }))],
  };
}

function waitingOf(world: WorldState, { instance, process }: WorldInstance): RunResult['waiting'] {
  return Object.values(instance.scopes)
    .flatMap((scope) => scope.elements)
    .filter((element) => element.state === 'waiting')
    .map((element) => {
      const type = process.nodes.get(element.element)?.type;
      const kind =
        type === 'userTask' ? 'user-task' : type === 'serviceTask' ? 'job' : type === 'task' ? 'task' : 'timer';
      const due =
        Object.values(element.timers)
          .map((timer) => timer.due)
          .toSorted()[0] ?? null;
      return {
        element: element.element,
        kind,
        dueAt: world.userTasks.get(elementKey(instance.id, element.id))?.dueAt ?? due,
      };
    });
}
