import type { Command, Rejection } from '../bpmn/commands.ts';
import type { ExecutableProcess, FlowNode } from '../bpmn/executable-process.ts';
import { rejectionWords } from '../bpmn/rejection-words.ts';
import { advanceInMemory, type Advanced, type Surroundings } from './advance-in-memory.ts';
import { deliverInbox } from './deliver-inbox.ts';
import { handOver, type Begun, type Exchange } from './exchange.ts';
import type { StartTimer } from './start-timers.ts';
import type { RunFault } from './steps.ts';
import { traceOf, type TraceLine } from './trace.ts';
import type { WorldInstance, WorldState } from './world-state.ts';

/** A headless run while it goes on. */
export interface Run {
  readonly world: WorldState;
  readonly processes: readonly ExecutableProcess[];
  readonly surroundings: Surroundings;
  readonly exchange: Exchange;
  readonly choices: Map<string, readonly string[]>;
  readonly waits: Set<string>;
  readonly trace: TraceLine[];
  readonly refusals: RunFault[];
  /** What is worth telling though nothing was refused: a message nobody waited for. */
  readonly notes: RunFault[];
  /** Times at which a process begins by itself. */
  startTimers: readonly StartTimer[];
}

type Target = Begun & Partial<WorldInstance>;

/** Gives an instance a command, and then everybody what follows from it. */
export function carryOut(run: Run, id: string, begun: Target, command: Command, element: string | null): void {
  const advanced = advance(run, id, begun, command);
  if (!advanced.ok) return refuseCommand(run, advanced.rejection, element);
  deliverAll(run);
}

/** Delivers what instances have sent each other, until nothing is left. */
export function deliverAll(run: Run): void {
  deliverInbox(run.world, {
    deliver: (entry, target) => void advance(run, entry.instance, target, entry.command),
    handOver: (message) => handOver(run.exchange, message),
  });
}

function advance(run: Run, id: string, begun: Target, command: Command): Advanced {
  const advanced = advanceInMemory(run.world, run.surroundings, id, begun, command);
  for (const event of advanced.ok ? advanced.events : [])
    for (const line of traceOf(begun.process, id, run.world.now, event)) run.trace.push(line);
  return advanced;
}

/** The flow node of an id, in whichever process of the file. */
export function nodeIn(run: Run, id: string): FlowNode | undefined {
  return run.processes.map((process) => process.nodes.get(id)).find((node) => node !== undefined);
}

export function refuse(run: Run, code: string, element: string | null, zh: string, en: string): void {
  run.refusals.push({ code, element, zh, en });
}

function refuseCommand(run: Run, rejection: Rejection, element: string | null): void {
  const { zh, en } = rejectionWords(rejection);
  const named = rejection.details?.['element'];
  refuse(run, rejection.code, element ?? (typeof named === 'string' ? named : null), zh, en);
}

export function refuseUnknown(run: Run, element: string): void {
  refuse(
    run,
    'unknown-element',
    element,
    `文件里没有「${element}」，或它不在要用的地方。`,
    `There is no "${element}" in the file where the step needs it.`,
  );
}

export function refuseNotWaiting(run: Run, element: string): void {
  refuse(run, 'not-waiting', element, `「${element}」没有在等待。`, `"${element}" is not waiting.`);
}
