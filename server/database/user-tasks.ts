import type { ShownLight } from '../kernel/bpmn/user-task-clocks.ts';
import type { Instant } from '../kernel/json.ts';
import type { PostAt } from '../kernel/organization/holders.ts';
import type { SubjectKind } from './process-instances.ts';
import type { StoredClock } from './stored-clock.ts';
import type { Transaction } from './transaction.ts';

/** A user task: work for a position, in one process instance. */
export interface UserTaskRow {
  readonly instance: string;
  readonly id: number;
  readonly scope: number;
  readonly element: string;
  readonly name: string;
  readonly form: string | null;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  readonly post: string;
  readonly area: string;
  readonly askedPost: string;
  readonly askedArea: string;
  readonly state: 'open' | 'completed' | 'cancelled';
  readonly light: ShownLight | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Id of the time limit that runs. */
  readonly timeLimit: string | null;
  /** Every clock of it; null in a row that is older than this column. */
  readonly clocks: readonly StoredClock[] | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly completedBy: string | null;
  /** Whom a rule chose of those who hold the position; they may have left it since. */
  readonly chosen: string | null;
  /** Who of those who hold the position is asked by name; they may have left it since. */
  readonly person: string | null;
}

/** Columns of a user task's row under the alias `u`; parameter 1 is the tenant. */
export const userTaskColumns = `u.instance_id as instance, u.id, u.scope, u.element, u.name, u.form, u.subject_kind as "subjectKind", u.subject_id as "subjectId", u.post, u.area,
  u.asked_post as "askedPost", u.asked_area as "askedArea", u.state, u.light, u.yellow_at as "yellowAt", u.due_at as "dueAt", u.time_limit as "timeLimit", u.clocks,
  u.created_at as "createdAt", u.ended_at as "endedAt", u.completed_by as "completedBy", u.person_id as person,
  (select c.chosen from assignment_choice c where c.tenant_id = $1 and c.instance_id = u.instance_id and c.user_task = u.id) as chosen`;

/** One user task, or null. */
export async function readUserTaskRow(
  tx: Transaction,
  tenant: string,
  instance: string,
  id: number,
): Promise<UserTaskRow | null> {
  const [row] = await tx.query<UserTaskRow>(
    `select ${userTaskColumns} from user_task u where u.tenant_id = $1 and u.instance_id = $2 and u.id = $3`,
    [tenant, instance, id],
  );
  return row ?? null;
}

/** Some user tasks, in no order. */
export function readUserTaskRows(
  tx: Transaction,
  tenant: string,
  ids: readonly { readonly instance: string; readonly id: number }[],
): Promise<readonly UserTaskRow[]> {
  return tx.query<UserTaskRow>(
    `select ${userTaskColumns} from jsonb_to_recordset($2::jsonb) as a(instance uuid, id int)
     join user_task u on u.tenant_id = $1 and u.instance_id = a.instance and u.id = a.id`,
    [tenant, JSON.stringify(ids)],
  );
}

/** So many open user tasks are answered at most. */
const mostOpen = 500;

/** Parameters 1 and 2 are the tenant and the positions. Each position is a look of its own into the index, in its order. */
const openAt = `from jsonb_to_recordset($2::jsonb) as p(post text, area text)
  cross join lateral (select * from user_task t where t.tenant_id = $1 and t.area = p.area and t.post = p.post and t.state = 'open'
    order by t.due_at, t.created_at limit ${mostOpen}) u`;

/**
 * Open user tasks on any of these positions, soonest due first: an index read, bounded however many wait. Those without a
 * running limit come last. `application/lights/by-urgency.ts` orders what was read.
 */
export function openUserTasksAt(
  tx: Transaction,
  tenant: string,
  positions: readonly PostAt[],
): Promise<readonly UserTaskRow[]> {
  return tx.query<UserTaskRow>(
    `select ${userTaskColumns} from (select u.* ${openAt} order by u.due_at, u.created_at limit ${mostOpen}) u order by u.due_at, u.created_at`,
    [tenant, JSON.stringify(positions)],
  );
}

/**
 * How many open user tasks there are for somebody on any of these positions, as far as a list of them goes. Those that ask
 * another holder by name are not counted.
 */
export async function countOpenUserTasksAt(
  tx: Transaction,
  tenant: string,
  positions: readonly PostAt[],
  person: string,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select ${openAt} where u.person_id is null or u.person_id = $3 limit ${mostOpen}) u`,
    [tenant, JSON.stringify(positions), person],
  );
  return row?.count ?? 0;
}

/** All user tasks of a subject, oldest first. */
export function userTasksOf(
  tx: Transaction,
  tenant: string,
  kind: SubjectKind,
  subject: string,
): Promise<readonly UserTaskRow[]> {
  return tx.query<UserTaskRow>(
    `select ${userTaskColumns} from user_task u where u.tenant_id = $1 and u.subject_kind = $2 and u.subject_id = $3 order by u.created_at, u.id`,
    [tenant, kind, subject],
  );
}

/** The positions that have, or had, a user task in an instance or in what it is about. */
export function positionsWithPart(
  tx: Transaction,
  tenant: string,
  {
    id,
    subjectKind,
    subjectId,
  }: {
    readonly id: string;
    readonly subjectKind: SubjectKind | null;
    readonly subjectId: string | null;
  },
): Promise<readonly { readonly post: string; readonly area: string }[]> {
  if (subjectKind === null || subjectId === null)
    return tx.query('select distinct post, area from user_task where tenant_id = $1 and instance_id = $2', [
      tenant,
      id,
    ]);
  return tx.query(
    'select distinct post, area from user_task where tenant_id = $1 and subject_kind = $2 and subject_id = $3',
    [tenant, subjectKind, subjectId],
  );
}

/**
 * User tasks of a subject, oldest first: all of its own instance, and of what goes on beside it those that are open or were
 * made first, up to a number.
 *
 * @param instance its own
 * @param most of both together
 */
export async function userTasksBeside(
  tx: Transaction,
  tenant: string,
  subject: { readonly kind: SubjectKind; readonly id: string; readonly instance: string },
  most: number,
): Promise<readonly UserTaskRow[]> {
  const rows = await tx.query<UserTaskRow>(
    `select ${userTaskColumns} from user_task u where u.tenant_id = $1 and u.subject_kind = $2 and u.subject_id = $3
     order by (u.instance_id = $4) desc, (u.state = 'open') desc, u.created_at, u.id limit $5`,
    [tenant, subject.kind, subject.id, subject.instance, most],
  );
  return rows.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id - other.id);
}
