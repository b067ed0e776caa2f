import { readAllScopes } from '../../database/instance-details.ts';
import { lockInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { advanceLocked } from '../process-instances/advance-instance.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { Refusal } from '../refusal.ts';
import { matterOf } from './matter-of.ts';
import { offersOf } from './offers-of.ts';

/** An activity of an ad-hoc sub-process that is alive. */
export interface Picked {
  readonly scope: number;
  readonly element: string;
}

/**
 * Begins an activity that an ad-hoc sub-process offers now; who did it stands in the story.
 *
 * @returns the user task it became, if it is one
 * @throws Refusal `instance-unknown`, `work-not-offered`, `work-not-yours`, `instance-suspended`
 */
export async function beginOfferedWork(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  { scope, element }: Picked,
): Promise<{ readonly userTask: string | null }> {
  const locked = await lockInstance(tx, context.tenant, id);
  if (!locked) throw new Refusal('instance-unknown');
  const matter = await matterOf(context, tx, actor, { id, ...locked });
  const instance = loadInstance(locked.state, await readAllScopes(tx, context.tenant, id));
  const offers = await offersOf(context, tx, actor, { instance, on: locked, matter });
  const offer = offers.find((one) => one.scope === scope && one.element === element);
  if (!matter.seen && offer?.may !== true) throw new Refusal('instance-unknown');
  if (instance.suspendedAt !== undefined) throw new Refusal('instance-suspended');
  if (!offer) throw new Refusal('work-not-offered');
  if (!offer.may) throw new Refusal('work-not-yours', { title: offer.title });
  const command = { type: 'activate', scope, element, by: { person: actor.person } } as const;
  const advanced = await advanceLocked(context, tx, { id, locked, beginning: null }, command);
  if (advanced.kind === 'refused') throw new Refusal('work-not-offered');
  const created = advanced.events.find((event) => event.type === 'user-task-created' && event.element === element);
  return { userTask: created?.type === 'user-task-created' ? `${id}.${created.id}` : null };
}
