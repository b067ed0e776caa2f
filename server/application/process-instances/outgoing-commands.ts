import type { CallOutcome, Command } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { ladderProcess } from '../../kernel/release/process-contract.ts';
import type { NewInstance } from '../../database/process-instances.ts';
import { uuidv7 } from '../uuid.ts';
import type { NewCall } from './exchange-rows.ts';

/** A row of the inbox: a command for another instance, delivered after the commit in a transaction of its own. */
export interface OutgoingCommand {
  readonly instance: string;
  readonly id: string;
  readonly command: InboxCommand;
}

/** A command as the inbox holds it; one that creates an instance also says what it is for. */
export type InboxCommand = Command & { readonly beginning?: StartedBy };

/** What an instance is begun with through the inbox: a ladder beside its host (whose subject it takes over), or an action item. */
export type StartedBy = Omit<NewInstance, 'bucket'>;

interface Host extends Pick<StartedBy, 'area' | 'subjectKind' | 'subjectId' | 'caller' | 'conversation'> {
  readonly id: string;
  readonly companions: readonly { readonly id: string; readonly task: number }[];
}

/**
 * The commands that leave an instance with a step: to its companions, to what it calls and what called it, to itself
 * after a slice.
 *
 * @param host the instance, with the companions that are running
 * @param calls the calls it makes
 */
export function outgoingCommands(
  release: CompiledRelease,
  host: Host,
  stepped: {
    readonly instance: ProcessInstance;
    readonly effects: readonly Effect[];
    readonly events: readonly ProcessEvent[];
  },
  calls: readonly NewCall[],
): readonly OutgoingCommand[] {
  return [
    ...stepped.effects.flatMap((effect) => commandsOf(release, host, stepped.instance, effect)),
    ...calls.map((call) => startCall(release, host, call)),
    ...toldCancelled(host, stepped.events),
  ];
}

function commandsOf(
  release: CompiledRelease,
  host: Host,
  instance: ProcessInstance,
  effect: Effect,
): readonly OutgoingCommand[] {
  switch (effect.do) {
    case 'continue':
      return [{ instance: host.id, id: uuidv7(), command: { type: 'continue' } }];
    case 'answer-call':
      return answerCall(host, effect.outcome);
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
 * A called process is an instance of its own, of the release its caller is pinned to, and about the same thing. One that
 * the release does not have counts as cancelled, so that the caller is not left waiting.
 */
function startCall(release: CompiledRelease, host: Host, call: NewCall): OutgoingCommand {
  const { element, scope, process, variables, callee } = call;
  if (!release.processes.has(process))
    return {
      instance: host.id,
      id: uuidv7(),
      command: { type: 'end-call', element, scope, outcome: { kind: 'cancelled' } },
    };
  return {
    instance: callee,
    id: uuidv7(),
    command: {
      type: 'create-instance',
      variables,
      by: { system: 'operator' },
      called: true,
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

function answerCall({ caller }: Host, outcome: CallOutcome): readonly OutgoingCommand[] {
  if (!caller) return [];
  const { instance, element, scope } = caller;
  return [{ instance, id: uuidv7(), command: { type: 'end-call', element, scope, outcome } }];
}

/** Whoever called a process that somebody else cancels is told; a caller that cancelled it itself waits no longer. */
function toldCancelled(host: Host, events: readonly ProcessEvent[]): readonly OutgoingCommand[] {
  const isCancelled = events.some(
    (event) => event.type === 'instance-cancelled' && event.because !== 'caller-cancelled',
  );
  return isCancelled ? answerCall(host, { kind: 'cancelled' }) : [];
}

function startLadder(
  release: CompiledRelease,
  host: Host,
  instance: ProcessInstance,
  effect: Extract<Effect, { do: 'start-ladder' }>,
): OutgoingCommand {
  const element = instance.scopes[effect.scope]?.elements.find((candidate) => candidate.id === effect.task);
  const dueAt = element?.userTask?.clock?.dueAt ?? '';
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
