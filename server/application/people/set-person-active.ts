import { endSessionsOf } from '../../database/accounts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { handWorkOver, type HandOver, requireHandOver } from './hand-work-over.ts';
import { type AccountChange, managedPerson, requireEqualStanding } from './managed-person.ts';
import { type PersonView, personView } from './person-view.ts';
import { workLeft, type WorkLeft } from './work-left.ts';

/** What becomes of the open user tasks of one of the posts somebody holds. */
export interface HandOverAt extends PostAt {
  readonly over: HandOver;
}

/**
 * Suspends or reinstates an account. A suspended person is out with their next request, and holds no post meanwhile:
 * for each of their posts with open user tasks it has to be said who gets them.
 *
 * @throws Refusal `person-unknown`, `not-permitted`, `own-account`, `session-ended`, and as `requireHandOver`, `handWorkOver`
 */
export async function setPersonActive(
  context: Context,
  actor: Actor,
  person: string,
  active: boolean,
  overs: readonly HandOverAt[] = [],
): Promise<PersonView> {
  return carryOut(context, actor, null, async (tx, asker) => {
    const change = await managedPerson(context, tx, asker, person);
    requireEqualStanding(change);
    if (person === actor.person) throw new Refusal('own-account');
    if (change.person.active === active) return personView(change.live, change.person);
    const leaving = active ? [] : await leavingWork(context, tx, change, overs);
    await tx.query('update person set active = $3 where tenant_id = $1 and id = $2', [context.tenant, person, active]);
    const action = active ? 'person-reinstated' : 'person-suspended';
    await recordAudit(tx, context.tenant, { action, person: actor.person, subject: { kind: 'person', id: person } });
    if (!active) {
      await endSessionsOf(tx, context.tenant, [person]);
      for (const { left, over } of leaving) await handWorkOver(context, tx, change, left, over);
    }
    const openUserTasks = active ? change.person.openUserTasks : 0;
    return personView(change.live, { ...change.person, active, openUserTasks });
  });
}

interface Leaving {
  readonly left: WorkLeft;
  readonly over: HandOver | undefined;
}

/** What the person's posts leave behind, each with what is to become of it. */
async function leavingWork(
  context: Context,
  tx: Transaction,
  { person, live }: AccountChange,
  overs: readonly HandOverAt[],
): Promise<readonly Leaving[]> {
  const today = localDate(tx.now);
  const leaving: Leaving[] = [];
  for (const position of person.held.filter(({ from }) => from <= today)) {
    const left = await workLeft(context, tx, live, person.id, { post: position.post, area: position.area });
    const over = overs.find((one) => positionKey(one) === positionKey(position))?.over;
    requireHandOver(left, over);
    leaving.push({ left, over: left.userTasks.length > 0 ? over : undefined });
  }
  return leaving;
}
