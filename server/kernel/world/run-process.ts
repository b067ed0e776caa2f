import type { Command } from '../bpmn/commands.ts';
import type { ExecutableProcess, FlowNode } from '../bpmn/executable-process.ts';
import type { ElementInstance } from '../bpmn/process-instance.ts';
import { addDuration } from '../bpmn/timer-text.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Decision } from '../dmn/decision.ts';
import type { Instant, JsonObject } from '../json.ts';
import { instantOfText } from '../local-time.ts';
import { advanceInMemory, type Advanced, type Surroundings } from './advance-in-memory.ts';
import { deliverInbox } from './deliver-inbox.ts';
import { fireTimersUntil } from './fire-timers.ts';
import { aliveIn, runResult, type RunResult } from './run-result.ts';
import type { RunFault, RunStep } from './steps.ts';
import { traceOf, type TraceLine } from './trace.ts';
import { emptyWorld, type TimerEntry, type WorldInstance, type WorldState } from './world-state.ts';

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
  readonly trace: TraceLine[];
  readonly refusals: RunFault[];
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
    trace: [],
    refusals: [],
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
    if (run.refusals.length > 0 || run.world.endless !== null) break;
    perform(run, step);
  }
  return runResult(run.world, run.trace, run.refusals);
}

function isPreparation(step: RunStep): boolean {
  return step.do === 'choose' || step.do === 'waitAt';
}

function perform(run: Run, step: RunStep): void {
  switch (step.do) {
    case 'choose':
      return choose(run, step);
    case 'waitAt':
      return waitAt(run, step);
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

function choose(run: Run, step: RunStep): void {
  const { gateway = step.element ?? '', flows = [] } = step;
  const outgoing = nodeIn(run, gateway)?.outgoing ?? [];
  const unknown = nodeIn(run, gateway) ? flows.find((flow) => !outgoing.includes(flow)) : gateway;
  if (unknown === undefined) run.choices.set(gateway, flows);
  else refuseUnknown(run, unknown);
}

function waitAt(run: Run, { element = '' }: RunStep): void {
  if (nodeIn(run, element)) run.waits.add(element);
  else refuseUnknown(run, element);
}

function nodeIn(run: Run, id: string): FlowNode | undefined {
  return run.processes.map((process) => process.nodes.get(id)).find((node) => node !== undefined);
}

function start(run: Run, { process: named, element, variables = {} }: RunStep): void {
  const process = run.processes.find((candidate) =>
    named === undefined ? element === undefined || candidate.nodes.has(element) : candidate.id === named,
  );
  if (!process && named === undefined) return refuseUnknown(run, element ?? '');
  if (!process)
    return refuse(run, 'process-unknown', named ?? '', `没有流程「${named}」。`, `There is no process "${named}".`);
  const id = `${process.id}-${run.world.instances.size + 1}`;
  const startEvent = element === undefined ? {} : { startEvent: element };
  const command: Command = { type: 'create-instance', variables, by: { system: 'operator' }, ...startEvent };
  carryOut(run, id, { process, subject: null, host: null }, command, element ?? null);
}

function complete(run: Run, { element: named = '', variables = {} }: RunStep): void {
  for (const [id, instance] of run.world.instances) {
    const element = aliveIn(instance).find(
      (candidate) => candidate.state === 'waiting' && candidate.element === named && !candidate.incident,
    );
    if (element) return carryOut(run, id, instance, completionOf(element, variables), named);
  }
  refuse(run, 'not-waiting', named, `「${named}」没有在等人办理。`, `"${named}" is not waiting to be completed.`);
}

function completionOf({ id, scope, userTask, job }: ElementInstance, variables: JsonObject): Command {
  if (userTask) return { type: 'complete-user-task', task: id, scope, variables, by: { system: 'operator' } };
  if (job !== undefined) return { type: 'complete-job', element: id, scope, job, variables };
  return { type: 'complete-plain-task', element: id, scope, variables };
}

/** Fires the timer of an intermediate event, or of a boundary event; the limit of a user task is the clock's alone. */
function trigger(run: Run, { element: named = '' }: RunStep): void {
  for (const timer of run.world.timers.values()) {
    const instance = run.world.instances.get(timer.instance);
    const host = instance && aliveIn(instance).find((element) => element.id === timer.element);
    if (host && (timer.key === named || (timer.key === 'timer' && host.element === named)))
      return fire(run, timer, instance, named);
  }
  refuse(run, 'not-waiting', named, `「${named}」没有在等待。`, `"${named}" is not waiting.`);
}

function fire(run: Run, timer: TimerEntry, instance: WorldInstance, named: string | null): void {
  const { element, scope, key, generation } = timer;
  carryOut(run, timer.instance, instance, { type: 'fire-timer', element, scope, key, generation }, named);
}

function advanceClock(run: Run, step: RunStep): void {
  const { now } = run.world;
  const until = step.by === undefined ? instantOfText(step.to ?? '') : addDuration(now, step.by);
  if (until === null || until < now)
    return refuse(
      run,
      'time-wrong',
      null,
      `要前进到的时间「${step.by ?? step.to ?? ''}」写错了，或者比现在（${now}）早。`,
      `The time to advance to, "${step.by ?? step.to ?? ''}", is wrong or lies before now (${now}).`,
    );
  fireTimersUntil(run.world, until, (timer, instance) => fire(run, timer, instance, null));
}

type Begun = Parameters<typeof advanceInMemory>[3];

function carryOut(run: Run, id: string, begun: Begun, command: Command, element: string | null): void {
  const advanced = advance(run, id, begun, command);
  if (!advanced.ok)
    return refuse(
      run,
      advanced.code,
      element,
      `这一步被拒绝（${advanced.code}）。`,
      `The step was refused (${advanced.code}).`,
    );
  deliverInbox(run.world, (entry, target) => advance(run, entry.instance, target, entry.command));
}

function advance(run: Run, id: string, begun: Begun, command: Command): Advanced {
  const advanced = advanceInMemory(run.world, run.surroundings, id, begun, command);
  for (const event of advanced.ok ? advanced.events : [])
    for (const line of traceOf(begun.process, id, run.world.now, event)) run.trace.push(line);
  return advanced;
}

function refuseUnknown(run: Run, element: string): void {
  refuse(
    run,
    'unknown-element',
    element,
    `文件里没有「${element}」，或它不在要用的地方。`,
    `There is no "${element}" in the file where the step needs it.`,
  );
}

function refuse(run: Run, code: string, element: string | null, zh: string, en: string): void {
  run.refusals.push({ code, element, zh, en });
}
