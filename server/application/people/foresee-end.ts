import { readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { InForce } from '../releases/release-store.ts';
import { readSubjects } from '../user-tasks/read-subjects.ts';
import { userTaskLine } from '../user-tasks/user-task-view.ts';
import { workLeft, type WorkLeft } from './work-left.ts';

/** So many user tasks are told by name; how many there are is told besides. */
const mostTold = 50;

/**
 * What taking a person off a post, or off all of them, would do: the open user tasks of each position, who else holds it,
 * and who would have them otherwise.
 *
 * @param assignment id of one assignment; absent: all that the person holds today
 * @throws Refusal `person-unknown`, `assignment-unknown`, `not-permitted`
 */
export async function foreseeEnd(context: Context, actor: Actor, person: string, assignment?: string) {
  requireAreasFor(actor, 'people.edit');
  return context.database.read(async (tx) => {
    const today = localDate(tx.now);
    const row = await readPerson(tx, context.tenant, today, person);
    if (row === null || !mayAct(actor, 'people.edit', row.managedIn)) throw new Refusal('person-unknown');
    const held = row.held.filter(({ id, from }) => (assignment === undefined ? from <= today : id === assignment));
    if (assignment !== undefined && held.length === 0) throw new Refusal('assignment-unknown');
    const live = await context.releases.inForce(tx);
    const positions = [];
    for (const { id, post, area } of held) {
      const left = await workLeft(context, tx, live, person, { post, area });
      positions.push({ assignment: id, ...(await leftView(context, tx, live, left)) });
    }
    return { asOf: tx.now, positions };
  });
}

async function leftView(context: Context, tx: Transaction, live: InForce, left: WorkLeft) {
  const { position, userTasks, others, fallback } = left;
  const told = userTasks.slice(0, mostTold);
  const areas = [position, ...told, ...(fallback ? [fallback] : [])].map(({ area }) => area);
  const [names, subjects] = await Promise.all([
    nameBook(context, tx, null, areas, others),
    readSubjects(tx, context.tenant, told),
  ]);
  const line = (row: UserTaskRow) => userTaskLine(live.at(row.area).release, names, subjects, row, tx.now);
  const view = (at: PostAt) => names.position(at);
  return {
    position: view(position),
    openUserTasks: userTasks.length,
    userTasks: told.map((row) => line(row)),
    others: others.flatMap((id) => names.person(id) ?? []),
    fallback: fallback && view(fallback),
  };
}
