import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { managedPerson, requireEqualStanding } from './managed-person.ts';
import { type PersonView, personView } from './person-view.ts';
import { rerouteUserTasks } from './reroute-user-tasks.ts';

/**
 * Suspends or reinstates an account. A suspended person is out with their next request, and holds no post meanwhile:
 * open user tasks that only they had go on to the fallback.
 *
 * @throws Refusal `person-unknown`, `not-permitted`, `own-account`, `session-ended`
 */
export async function setPersonActive(
  context: Context,
  actor: Actor,
  person: string,
  active: boolean,
): Promise<PersonView> {
  return carryOut(context, actor, null, async (tx, asker) => {
    const change = await managedPerson(context, tx, asker, person);
    requireEqualStanding(change);
    if (person === actor.person) throw new Refusal('own-account');
    if (change.person.active === active) return personView(change.live, change.person);
    await tx.query('update person set active = $3 where tenant_id = $1 and id = $2', [context.tenant, person, active]);
    const action = active ? 'person-reinstated' : 'person-suspended';
    await recordAudit(tx, context.tenant, { action, person: actor.person, subject: { kind: 'person', id: person } });
    if (!active) {
      await tx.query('delete from session where tenant_id = $1 and person_id = $2', [context.tenant, person]);
      await rerouteUserTasks(context, tx, change.person.held, { person: actor.person });
    }
    const openUserTasks = active ? change.person.openUserTasks : 0;
    return personView(change.live, { ...change.person, active, openUserTasks });
  });
}
