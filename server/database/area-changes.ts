import type { PostAt } from '../kernel/organization/holders.ts';
import type { Transaction } from './transaction.ts';
import type { SubjectKind } from './process-instances.ts';

/** The part of a split area that was chosen for the case an instance is about, or null. */
export async function caseSuccessorOf(tx: Transaction, tenant: string, instance: string): Promise<string | null> {
  const [row] = await tx.query<{ area: string }>(
    `select s.area from process_instance i join case_successor s on s.tenant_id = i.tenant_id and s.case_id = i.subject_id
     where i.tenant_id = $1 and i.id = $2 and i.subject_kind = 'case'`,
    [tenant, instance],
  );
  return row?.area ?? null;
}

/** Chooses to which part of a split area the open work of a case goes; a later choice takes the place of an earlier one. */
export async function chooseCaseSuccessor(
  tx: Transaction,
  tenant: string,
  { id, area, by }: { readonly id: string; readonly area: string; readonly by: string },
): Promise<void> {
  await tx.query(
    `insert into case_successor (tenant_id, case_id, area, chosen_by, chosen_at) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, case_id) do update set area = excluded.area, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
    [tenant, id, area, by, tx.now],
  );
}

/** An open user task at an area that ended. */
export interface LeftUserTask extends PostAt {
  readonly instance: string;
  readonly task: number;
  readonly scope: number;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  readonly light: string | null;
  /** The part of a split that was chosen for its case. */
  readonly chosen: string | null;
}

/** Open user tasks at some areas, whatever the post; those that are already told to go elsewhere are left out. */
export function openUserTasksIn(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<readonly LeftUserTask[]> {
  return tx.query<LeftUserTask>(
    `select u.instance_id as instance, u.id as task, u.scope, u.post, u.area, u.subject_kind as "subjectKind",
       u.subject_id as "subjectId", u.light, s.area as chosen
     from user_task u left join case_successor s on s.tenant_id = u.tenant_id and s.case_id = u.subject_id
     where u.tenant_id = $1 and u.area = any($2) and u.state = 'open' and not exists (select from inbox b
       where b.tenant_id = u.tenant_id and b.instance_id = u.instance_id
         and b.command->>'because' = 'area-changed' and (b.command->>'task')::int = u.id)
     order by u.instance_id, u.id`,
    [tenant, areas],
  );
}

/** Codes, names and parents of the areas that are there according to the rows, which follow the releases. */
export function standingAreas(
  tx: Transaction,
  tenant: string,
): Promise<readonly { readonly code: string; readonly name: string; readonly parent: string | null }[]> {
  return tx.query('select code, name, parent from area where tenant_id = $1 and until is null', [tenant]);
}

/** Open user tasks at some areas by position, and how many of them are late. */
export function openWorkByPost(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<readonly (PostAt & { readonly open: number; readonly late: number })[]> {
  return tx.query(
    `select post, area, count(*)::int as open, (count(*) filter (where due_at <= $3))::int as late
     from user_task where tenant_id = $1 and area = any($2) and state = 'open' group by post, area order by area, post`,
    [tenant, areas, tx.now],
  );
}

/** Open cases that happened in some areas, and how many of them are late. */
export async function caseCountsIn(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<{ readonly open: number; readonly late: number }> {
  const [row] = await tx.query<{ open: number; late: number }>(
    `select count(*)::int as open, (count(*) filter (where due_at <= $3))::int as late
     from case_record where tenant_id = $1 and area = any($2) and status = 'open'`,
    [tenant, areas, tx.now],
  );
  return row ?? { open: 0, late: 0 };
}

/** An open case of an area that is split. */
export interface SplitCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly holderPost: string | null;
  readonly holderArea: string | null;
  readonly chosen: string | null;
}

/** Open cases that happened in an area, the most urgent first, with the part that was chosen for each. */
export function openCasesIn(tx: Transaction, tenant: string, area: string): Promise<readonly SplitCase[]> {
  return tx.query<SplitCase>(
    `select c.id, c.number, c.title, c.place, c.holder_post as "holderPost", c.holder_area as "holderArea", s.area as chosen
     from case_record c left join case_successor s on s.tenant_id = c.tenant_id and s.case_id = c.id
     where c.tenant_id = $1 and c.area = $2 and c.status = 'open' order by c.due_at nulls last, c.number limit 500`,
    [tenant, area],
  );
}

/** Open user tasks of a case, in its root process and beside it. */
export function openUserTasksOfCase(
  tx: Transaction,
  tenant: string,
  id: string,
): Promise<readonly (PostAt & { readonly instance: string; readonly task: number; readonly scope: number })[]> {
  return tx.query(
    `select instance_id as instance, id as task, scope, post, area from user_task
     where tenant_id = $1 and subject_kind = 'case' and subject_id = $2 and state = 'open' order by instance_id, id`,
    [tenant, id],
  );
}
