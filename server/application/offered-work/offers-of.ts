import { offeredActivities, offersAnything } from '../../kernel/bpmn/offered-activities.ts';
import type { Position, ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayBeginWork } from '../policy/policy.ts';
import { rehearseCommand } from '../process-instances/advance-instance.ts';
import type { RunsOn } from '../process-instances/outgoing-commands.ts';
import type { Matter } from './matter-of.ts';

/** An activity that somebody may begin now. */
export interface Offer {
  readonly instance: string;
  readonly scope: number;
  readonly element: string;
  readonly title: string;
  /** How many of it go on, and whether it was done before. */
  readonly going: number;
  readonly done: boolean;
  /** Who would get it; null when it is no user task. */
  readonly position: Position | null;
  /** Whether the person who asks may begin it. */
  readonly may: boolean;
}

/**
 * What may be begun in an instance now. Each is rehearsed: so it is told to whom it would go, and what would be refused
 * is not offered.
 *
 * @param instance with all its scopes
 */
export async function offersOf(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { instance, on, matter }: { readonly instance: ProcessInstance; readonly on: RunsOn; readonly matter: Matter },
): Promise<readonly Offer[]> {
  const release = await context.releases.byHash(tx, on.manifestHash);
  const process = release.processes.get(on.process)?.executable;
  if (!process || !offersAnything(process)) return [];
  const offers: Offer[] = [];
  for (const { scope, node, going, done } of offeredActivities(process, instance)) {
    const command = { type: 'activate', scope, element: node.id, by: { person: actor.person } } as const;
    const rehearsed = await rehearseCommand(context, tx, instance, command, on);
    if (rehearsed.kind === 'refused') continue;
    const position =
      rehearsed.events.flatMap((event) =>
        event.type === 'user-task-created' && event.element === node.id && event.position.post !== ''
          ? [event.position]
          : [],
      )[0] ?? null;
    const may = mayBeginWork(actor, [...matter.parts, ...(position ? [position] : [])], matter.area);
    const title = node.name || node.id;
    offers.push({ instance: instance.id, scope, element: node.id, title, going, done, position, may });
  }
  return offers;
}
