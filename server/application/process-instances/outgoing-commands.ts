import type { Command } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { ladderProcess } from '../../kernel/release/process-contract.ts';
import type { NewInstance } from '../../database/process-instances.ts';
import { uuidv7 } from '../uuid.ts';

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

interface Host {
  readonly id: string;
  readonly area: string | null;
  readonly companions: readonly { readonly id: string; readonly task: number }[];
}

/**
 * The commands that leave an instance with a step: to its companions, to itself after a slice.
 *
 * @param host the instance, with the companions that are running
 */
export function outgoingCommands(
  release: CompiledRelease,
  host: Host,
  stepped: { readonly instance: ProcessInstance; readonly effects: readonly Effect[] },
): readonly OutgoingCommand[] {
  return stepped.effects.flatMap((effect): OutgoingCommand[] => {
    switch (effect.do) {
      case 'continue':
        return [{ instance: host.id, id: uuidv7(), command: { type: 'continue' } }];
      case 'start-ladder':
        return [startLadder(release, host, stepped.instance, effect)];
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
  });
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
