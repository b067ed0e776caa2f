import type { Answer, Lookup } from '../bpmn/commands.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import { addDuration } from '../bpmn/timer-text.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Decision } from '../dmn/decision.ts';
import type { Instant } from '../json.ts';
import { instantOfText } from '../local-time.ts';
import { beginningsOf } from '../bpmn/beginnings.ts';
import { broadcast, exchange, isExchanged, isWaitedForLater, publish, type Exchange } from './exchange.ts';
import { fireTimersUntil } from './fire-timers.ts';
import { carryOut, deliverAll, nodeIn, refuse, refuseUnknown, type Run } from './run.ts';
import { operate } from './run-operations.ts';
import { complete, throwError, trigger } from './run-waiting.ts';
import { runResult, type RunResult } from './run-result.ts';
import { armStartTimers, beginByTime, beginsByTime } from './start-timers.ts';
import type { RunStep } from './steps.ts';
import { emptyWorld } from './world-state.ts';

/** The definitions a run may use besides the process itself. */
export interface RunDefinitions {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly limits: ReadonlyMap<string, TimeLimit>;
  readonly calendars: ReadonlyMap<string, Calendar>;
}

/** How a file is run. */
export interface RunOptions {
  /** Processes by the id of their pool, for message flows that lead to a pool. */
  readonly pools?: ReadonlyMap<string, string>;
  /** A drawing is walked through: activities complete at once, a split without a choice ends its token. */
  readonly drawing?: true;
}

/**
 * Runs a BPMN file without people, forms or a database, under a virtual clock: user tasks and jobs wait for `complete`,
 * events for `trigger`, `message`, `signal` or `advance`. Positions are taken as the model asks for them.
 *
 * @param processes the compiled file
 * @param steps what happens, in order; where nothing is started or sent, the first process is started
 * @param now where the clock begins
 */
export function runProcess(
  processes: readonly ExecutableProcess[],
  steps: readonly RunStep[],
  now: Instant,
  definitions: RunDefinitions,
  options: RunOptions = {},
): RunResult {
  const run = beginRun(processes, now, definitions, options);
  const script: readonly RunStep[] = steps.some((step) => begins(run, step))
    ? steps
    : [...steps.filter(isPreparation), { do: 'start' }, ...steps.filter((step) => !isPreparation(step))];
  if (!steps.some(({ do: what }) => what === 'start' || what === 'trigger')) armStartTimers(run);
  for (const step of script) {
    if (run.refusals.length > 0 || run.world.endless !== null) break;
    perform(run, step);
  }
  return runResult(run.world, run.trace, run.refusals, run.notes);
}

/** A run in which nothing has happened yet; for runners that look at it between its steps. */
export function beginRun(
  processes: readonly ExecutableProcess[],
  now: Instant,
  definitions: RunDefinitions,
  { pools = new Map(), drawing }: RunOptions = {},
): Run {
  const choices = new Map<string, readonly string[]>();
  const waits = new Set<string>();
  const world = emptyWorld(now);
  let begun = 0;
  const at: Exchange = {
    state: world,
    processes,
    pools,
    newId: (process) => `${process}-${(begun += 1)}`,
    post: (instance, command, target) => {
      world.inbox.push({
        instance,
        command,
        ...(target ? { begun: target } : {}),
      });
    },
  };
  return {
    world,
    processes,
    choices,
    waits,
    exchange: at,
    trace: [],
    refusals: [],
    notes: [],
    startTimers: [],
    surroundings: {
      pinned: {
        ...definitions,
        supplied: {
          choices,
          waits,
          ...(drawing ? { drawing } : {}),
        },
      },
      answer: asAsked,
      follow: (instance, effect) => {
        if (isExchanged(effect)) exchange(at, instance, effect);
      },
    },
  };
}

/** Nobody holds anything here: work goes where the model asks for. */
function asAsked(lookup: Lookup): Answer {
  if (lookup.kind === 'position')
    return { kind: 'position', position: { post: lookup.post, area: lookup.area }, vacant: [] };
  const { posts, areas } = lookup;
  return { kind: 'voters', voters: areas.flatMap((area) => posts.map((post) => ({ post, area, person: null }))) };
}

function isPreparation(step: RunStep): boolean {
  return step.do === 'choose' || step.do === 'waitAt';
}

/** Whether a step begins an instance by itself: then none is started before the first step. */
function begins(run: Run, step: RunStep): boolean {
  if (step.do === 'start') return true;
  if (step.do === 'advance') return beginsByTime(run);
  // A process without start events begins wherever nothing leads to, so whoever names such a place begins it there.
  if (
    step.do === 'trigger' &&
    run.processes.some(({ id, scopes }) => scopes.get(id)?.starts.includes(step.element ?? ''))
  )
    return true;
  return beginningsOf(run.processes).some(({ node, event, catches }) => {
    if (step.do === 'trigger') return event === undefined && node === step.element;
    return catches.some(
      (part) =>
        (step.do === 'message' && part.kind === 'message' && part.message.name === step.name) ||
        (step.do === 'signal' && part.kind === 'signal' && part.signal === step.name),
    );
  });
}

/** Carries out one step of a steps file. */
export function perform(run: Run, step: RunStep): void {
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
      return trigger(run, step, start);
    case 'throwError':
      return throwError(run, step);
    case 'message':
      return message(run, step);
    case 'signal':
      broadcast(run.exchange, null, step.name ?? '', step.variables ?? {});
      return deliverAll(run);
    case 'advance':
      return advanceClock(run, step);
    default:
      return operate(run, { ...step, do: step.do });
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

function start(run: Run, { process: named, element, variables = {} }: RunStep): void {
  const process = run.processes.find((candidate) =>
    named === undefined ? element === undefined || candidate.nodes.has(element) : candidate.id === named,
  );
  if (!process && named === undefined) return refuseUnknown(run, element ?? '');
  if (!process)
    return refuse(run, 'process-unknown', named ?? '', `没有流程「${named}」。`, `There is no process "${named}".`);
  const startEvent = element === undefined ? {} : { startEvent: element };
  carryOut(
    run,
    run.exchange.newId(process.id),
    { process, subject: null, host: null },
    { type: 'create-instance', variables, by: { system: 'operator' }, ...startEvent },
    element ?? null,
  );
}

/** A message comes from outside. Nobody need wait for it; then it is told. */
function message(run: Run, { name = '', key, variables = {} }: RunStep): void {
  const sent = { name, correlation: key ?? null, variables };
  const isHeard = publish(run.exchange, { ...sent, to: [] });
  if (!isHeard && isWaitedForLater(run.exchange, sent)) run.world.kept.push({ ...sent, target: null });
  else if (!isHeard)
    run.notes.push({
      code: 'message-undelivered',
      element: null,
      zh: `没有谁在等消息「${name}」${key === undefined ? '' : `（${key}）`}。`,
      en: `Nobody waits for the message "${name}"${key === undefined ? '' : ` (${key})`}.`,
    });
  deliverAll(run);
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
  const fire = (to: Instant): void =>
    fireTimersUntil(run.world, to, ({ element, scope, key, generation, instance: id }, instance) =>
      carryOut(run, id, instance, { type: 'fire-timer', element, scope, key, generation }, null),
    );
  beginByTime(run, until, fire);
  fire(until);
}
