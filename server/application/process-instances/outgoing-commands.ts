import type { CallOutcome, Command } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { ladderProcess } from '../../kernel/release/process-contract.ts';
import type { NewInstance } from '../../database/process-instances.ts';
import { uuidv7 } from '../uuid.ts';
import type { NewCall } from './exchange-rows.ts';

/**
 * What iterations tell their loop gathers so long before it is delivered, all of it at once: thousands that end at the
 * same time then cost the loop's row some writes instead of thousands.
 */
const reportsGatherMs = 250;

/** A row of the inbox: a command for another instance, delivered after the commit in a transaction of its own. */
export interface OutgoingCommand {
  readonly instance: string;
  readonly id: string;
  readonly command: InboxCommand;
  /** Not to be delivered before. */
  readonly runAt?: Instant;
}

/** A command as the inbox holds it; one that creates an instance also says what it is for, one that migrates it where to. */
export type InboxCommand = Command & { readonly beginning?: StartedBy; readonly onto?: RunsOn };

/** The definition an instance runs on. */
export interface RunsOn {
  readonly process: string;
  readonly manifestHash: string;
}

/** What an instance is begun with through the inbox: a ladder beside its host (whose subject it takes over), or an action item. */
export type StartedBy = Omit<NewInstance, 'bucket'>;

interface Host extends Pick<StartedBy, 'area' | 'subjectKind' | 'subjectId' | 'caller' | 'conversation'> {
  readonly id: string;
  readonly process: string;
  readonly companions: readonly { readonly id: string; readonly task: number }[];
}

/**
 * The commands that leave an instance with a step: to its companions, to what it calls and what called it, to itself
 * after a slice.
 *
 * @param host the instance, with the companions that are running
 * @param calls the calls it makes
 * @param now when it happens
 */
export function outgoingCommands(
  release: CompiledRelease,
  host: Host,
  stepped: {
    readonly instance: ProcessInstance;
    readonly effects: readonly Effect[];
  },
  calls: readonly NewCall[],
  now: Instant,
): readonly OutgoingCommand[] {
  return [
    ...stepped.effects.flatMap((effect) => commandsOf(release, host, stepped.instance, effect, now)),
    ...calls.map((call) => startCall(release, host, call)),
  ];
}

function commandsOf(
  release: CompiledRelease,
  host: Host,
  instance: ProcessInstance,
  effect: Effect,
  now: Instant,
): readonly OutgoingCommand[] {
  switch (effect.do) {
    case 'continue':
      return [{ instance: host.id, id: uuidv7(), command: { type: 'continue' } }];
    case 'answer-call':
      return answerCall(host, effect.outcome, now);
    case 'start-ladder':
      return [startLadder(release, host, instance, effect)];
    case 'end-companions':
      return host.companions
        .filter((companion) => effect.task === null || companion.task === effect.task)
        .map((companion) => ({
          instance: companion.id,
          id: uuidv7(),
          command: { type: 'cancel-instance', because: 'host-done', by: { system: 'ladder' } },
        }));
    default:
      return [];
  }
}

/**
 * A called process is an instance of its own, of the release its caller is pinned to, and about the same thing. Of one
 * that the release does not have the caller is told, so that it is not left waiting.
 */
function startCall(release: CompiledRelease, host: Host, call: NewCall): OutgoingCommand {
  const { element, scope, variables, callee, iteration } = call;
  const process = call.process ?? host.process;
  if (!release.processes.has(process))
    return {
      instance: host.id,
      id: uuidv7(),
      command: { type: 'end-call', element, scope, outcome: { kind: 'unknown', process } },
    };
  return {
    instance: callee,
    id: uuidv7(),
    command: {
      type: 'create-instance',
      variables,
      by: { system: 'operator' },
      called: true,
      ...(iteration ? { iteration } : {}),
      beginning: {
        process,
        manifestHash: release.hash,
        subjectKind: host.subjectKind,
        subjectId: host.subjectId,
        hostInstance: null,
        hostTask: null,
        hostScope: null,
        area: host.area,
        caller: { instance: host.id, element, scope },
        conversation: host.conversation ?? host.id,
      },
    },
  };
}

function answerCall({ caller }: Host, outcome: CallOutcome, now: Instant): readonly OutgoingCommand[] {
  if (!caller) return [];
  const { instance, element, scope } = caller;
  const waits = outcome.kind === 'iterated' ? { runAt: new Date(Date.parse(now) + reportsGatherMs).toISOString() } : {};
  return [{ instance, id: uuidv7(), command: { type: 'end-call', element, scope, outcome }, ...waits }];
}

function startLadder(
  release: CompiledRelease,
  host: Host,
  instance: ProcessInstance,
  effect: Extract<Effect, { do: 'start-ladder' }>,
): OutgoingCommand {
  const element = instance.scopes[effect.scope]?.elements.find((candidate) => candidate.id === effect.task);
  const dueAt = effect.dueAt ?? element?.userTask?.clock?.dueAt ?? '';
  return {
    instance: uuidv7(),
    id: uuidv7(),
    command: {
      type: 'create-instance',
      by: { system: 'ladder' },
      variables: { ladder: { id: effect.ladder, instance: host.id, userTask: effect.task, area: host.area, dueAt } },
      beginning: {
        process: ladderProcess,
        manifestHash: release.hash,
        subjectKind: null,
        subjectId: null,
        hostInstance: host.id,
        hostTask: effect.task,
        hostScope: effect.scope,
        area: host.area,
      },
    },
  };
}
