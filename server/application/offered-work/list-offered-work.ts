import { offersAnything } from '../../kernel/bpmn/offered-activities.ts';
import { readAllScopes } from '../../database/instance-details.ts';
import { readInstance, runningAbout } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { Refusal } from '../refusal.ts';
import { matterOf } from './matter-of.ts';
import { offersOf, type Offer } from './offers-of.ts';

/**
 * 可办事项: what somebody may begin now in an instance, and in the others that are about the same. Who may see the matter
 * sees all of it; who may not, what they may begin.
 *
 * @throws Refusal `instance-unknown`, also for one outside the person's areas: nothing is told about it
 */
export async function listOfferedWork(context: Context, tx: Transaction, actor: Actor, id: string) {
  const view = await readInstance(tx, context.tenant, id);
  if (!view) throw new Refusal('instance-unknown');
  const matter = await matterOf(context, tx, actor, view);
  const offers: Offer[] = [];
  for (const about of await runningAbout(tx, context.tenant, view)) {
    const release = await context.releases.byHash(tx, about.manifestHash);
    const process = release.processes.get(about.process)?.executable;
    if (!process || !offersAnything(process)) continue;
    const instance = loadInstance(about.state, await readAllScopes(tx, context.tenant, about.id));
    offers.push(...(await offersOf(context, tx, actor, { instance, on: about, matter })));
  }
  const shown = matter.seen ? offers : offers.filter(({ may }) => may);
  if (!matter.seen && shown.length === 0) throw new Refusal('instance-unknown');
  const areas = shown.flatMap(({ position }) => (position ? [position.area] : []));
  const names = await nameBook(context, tx, await context.releases.byHash(tx, view.manifestHash), areas);
  return shown.map((offer) => ({ ...offer, position: offer.position && names.position(offer.position) }));
}
