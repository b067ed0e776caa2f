import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A user task whose holder a rule is to choose. */
export interface DueChoice {
  readonly tenant: string;
  readonly instance: string;
  readonly userTask: number;
  readonly rule: string;
  readonly attempts: number;
}

/** Choices that are due, oldest first, but not of plugins that are busy; read without a lock. */
export function dueChoices(tx: Transaction, most: number, busy: readonly string[] = []): Promise<readonly DueChoice[]> {
  return tx.query<DueChoice>(
    `select tenant_id as tenant, instance_id as instance, user_task as "userTask", rule, attempts from assignment_choice
     where run_at <= $1 and split_part(rule, ':', 1) <> all($3::text[]) order by run_at limit $2`,
    [tx.now, most, busy],
  );
}

/** Takes a choice for a while; false when somebody else was faster. */
export async function takeChoice(tx: Transaction, due: DueChoice, until: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update assignment_choice set run_at = $5, attempts = attempts + 1
     where tenant_id = $1 and instance_id = $2 and user_task = $3 and run_at <= $4 and attempts = $6 returning user_task`,
    [due.tenant, due.instance, due.userTask, tx.now, until, due.attempts],
  );
  return rows.length > 0;
}

/** Writes down who was chosen; null leaves the user task to everybody on the post. */
export async function settleChoice(tx: Transaction, due: DueChoice, chosen: string | null): Promise<void> {
  await tx.query(
    `update assignment_choice set chosen = $4, run_at = null
     where tenant_id = $1 and instance_id = $2 and user_task = $3 and attempts = $5`,
    [due.tenant, due.instance, due.userTask, chosen, due.attempts + 1],
  );
}

/** Open user tasks of each holder of a position: those chosen for them, and those only they can do. */
export async function openUserTasksOf(
  tx: Transaction,
  tenant: string,
  people: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ person: string; open: number }>(
    `select p.person, (
       (select count(*) from assignment_choice c join user_task u on u.tenant_id = c.tenant_id and u.instance_id = c.instance_id and u.id = c.user_task
        where c.tenant_id = $1 and c.chosen = p.person and u.state = 'open')
       + (select count(*) from post_assignment a join user_task u on u.tenant_id = a.tenant_id and u.area = a.area and u.post = a.post and u.state = 'open'
          where a.tenant_id = $1 and a.person_id = p.person and a.from_date <= $3 and (a.to_date is null or a.to_date > $3)
            and not exists (select from post_assignment b where b.tenant_id = a.tenant_id and b.area = a.area and b.post = a.post
              and b.person_id <> a.person_id and b.from_date <= $3 and (b.to_date is null or b.to_date > $3))))::int as open
     from unnest($2::uuid[]) as p(person)`,
    [tenant, people, today],
  );
  return new Map(rows.map(({ person, open }) => [person, open]));
}
