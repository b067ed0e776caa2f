import type { ClockStage, TimeUnit } from '../kernel/calendar/time-limit.ts';
import type { Instant } from '../kernel/json.ts';
import type { PostAt } from '../kernel/organization/holders.ts';
import type { SubjectKind } from './process-instances.ts';
import type { Transaction } from './transaction.ts';

/** What is asked of a clock: more time, or that it stands still until somebody lets it go on. */
export type AskedOfClock =
  | { readonly kind: 'extension'; readonly nth: number; readonly amount: number; readonly unit: TimeUnit }
  | { readonly kind: 'pause'; readonly reviewOn: string };

/** A request as it is written down. */
export type NewClockRequest = AskedOfClock & {
  readonly id: string;
  readonly instance: string;
  readonly userTask: number;
  readonly stage: ClockStage;
  readonly reason: string;
  /** The position that decides. */
  readonly post: string;
  readonly area: string;
  readonly askedBy: string;
  readonly state: 'open' | 'granted';
};

/** A request as it stands, with the user task it is about. */
export interface ClockRequestRow {
  readonly id: string;
  readonly instance: string;
  readonly userTask: number;
  readonly kind: 'extension' | 'pause';
  readonly stage: ClockStage;
  /** Of an extension: which one it is or would be, and how much. */
  readonly nth: number | null;
  readonly amount: number | null;
  readonly unit: TimeUnit | null;
  /** Of an extension that was granted: how much, where that is known; never more than `amount`. */
  readonly grantedAmount: number | null;
  /** Of a pause: local date. */
  readonly reviewOn: string | null;
  readonly reason: string;
  readonly post: string;
  readonly area: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: 'open' | 'granted' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly answer: string | null;
  /** Of a granted pause: when the clock went on. */
  readonly endedAt: Instant | null;
  readonly element: string;
  readonly name: string;
  readonly scope: number;
  readonly subjectKind: SubjectKind | null;
  readonly subjectId: string | null;
  /** The position that has the user task now. */
  readonly heldPost: string;
  readonly heldArea: string;
  readonly taskState: 'open' | 'completed' | 'cancelled';
}

const columns = `r.id, r.instance_id as instance, r.user_task as "userTask", r.kind, r.stage, r.nth, r.amount, r.unit, r.granted_amount as "grantedAmount", r.review_on::text as "reviewOn",
  r.reason, r.post, r.area, r.asked_by as "askedBy", r.asked_at as "askedAt", r.state, r.decided_by as "decidedBy", r.decided_at as "decidedAt",
  r.answer, r.ended_at as "endedAt", u.element, u.name, u.scope, u.subject_kind as "subjectKind", u.subject_id as "subjectId",
  u.post as "heldPost", u.area as "heldArea", u.state as "taskState"`;

const withUserTask = `join user_task u on u.tenant_id = r.tenant_id and u.instance_id = r.instance_id and u.id = r.user_task`;

/**
 * Writes a request down, open or granted at once.
 *
 * @returns false when one of its kind is open for the same clock
 */
export async function insertClockRequest(tx: Transaction, tenant: string, request: NewClockRequest): Promise<boolean> {
  const [nth, amount, unit] =
    request.kind === 'extension' ? [request.nth, request.amount, request.unit] : [null, null, null];
  const granted = request.state === 'granted';
  const rows = await tx.query(
    `insert into clock_request (tenant_id, id, instance_id, user_task, kind, stage, nth, amount, unit, review_on, reason, post, area, asked_by,
       asked_at, state, decided_by, decided_at, granted_amount)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (tenant_id, instance_id, user_task, stage, kind) where state = 'open' do nothing returning id`,
    [
      tenant,
      request.id,
      request.instance,
      request.userTask,
      request.kind,
      request.stage,
      nth,
      amount,
      unit,
      request.kind === 'pause' ? request.reviewOn : null,
      request.reason,
      request.post,
      request.area,
      request.askedBy,
      tx.now,
      request.state,
      granted ? request.askedBy : null,
      granted ? tx.now : null,
      granted ? amount : null,
    ],
  );
  return rows.length > 0;
}

/** One request, or null. */
export async function readClockRequest(tx: Transaction, tenant: string, id: string): Promise<ClockRequestRow | null> {
  const [row] = await tx.query<ClockRequestRow>(
    `select ${columns} from clock_request r ${withUserTask} where r.tenant_id = $1 and r.id = $2`,
    [tenant, id],
  );
  return row ?? null;
}

/** All requests about the user tasks of an instance, oldest first. */
export function clockRequestsOf(
  tx: Transaction,
  tenant: string,
  instance: string,
): Promise<readonly ClockRequestRow[]> {
  return tx.query<ClockRequestRow>(
    `select ${columns} from clock_request r ${withUserTask} where r.tenant_id = $1 and r.instance_id = $2 order by r.asked_at, r.id`,
    [tenant, instance],
  );
}

/** All requests about the user tasks of a subject, oldest first. */
export function clockRequestsAbout(
  tx: Transaction,
  tenant: string,
  kind: SubjectKind,
  subject: string,
): Promise<readonly ClockRequestRow[]> {
  return tx.query<ClockRequestRow>(
    `select ${columns} from user_task u join clock_request r on r.tenant_id = u.tenant_id and r.instance_id = u.instance_id and r.user_task = u.id
     where u.tenant_id = $1 and u.subject_kind = $2 and u.subject_id = $3 order by r.asked_at, r.id`,
    [tenant, kind, subject],
  );
}

/** So many requests are shown to whoever decides at most. */
const mostAwaiting = 100;

/** Open requests that any of these positions decides, of user tasks that are open still; oldest first. */
export function clockRequestsFor(
  tx: Transaction,
  tenant: string,
  positions: readonly PostAt[],
): Promise<readonly ClockRequestRow[]> {
  return tx.query<ClockRequestRow>(
    `select ${columns} from jsonb_to_recordset($2::jsonb) as p(post text, area text)
     join clock_request r on r.tenant_id = $1 and r.area = p.area and r.post = p.post and r.state = 'open' ${withUserTask} and u.state = 'open'
     order by r.asked_at, r.id limit ${mostAwaiting}`,
    [tenant, JSON.stringify(positions)],
  );
}

/** Granted pauses that last and whose review date has come, by any of these positions; longest due first. */
export function pausesToReview(
  tx: Transaction,
  tenant: string,
  positions: readonly PostAt[],
  today: string,
): Promise<readonly ClockRequestRow[]> {
  return tx.query<ClockRequestRow>(
    `select ${columns} from clock_request r ${withUserTask}
     where r.tenant_id = $1 and r.kind = 'pause' and r.state = 'granted' and r.ended_at is null and r.review_on <= $3 and u.state = 'open'
       and exists (select from jsonb_to_recordset($2::jsonb) as p(post text, area text) where p.post = r.post and p.area = r.area)
     order by r.review_on, r.id limit ${mostAwaiting}`,
    [tenant, JSON.stringify(positions), today],
  );
}

/**
 * Takes the pauses whose review date has come and of which nobody was told yet, so that each is told once.
 *
 * @param today local date
 */
export async function takePausesToTell(
  tx: Transaction,
  tenant: string,
  today: string,
): Promise<readonly ClockRequestRow[]> {
  const taken = await tx.query<{ id: string }>(
    `update clock_request r set reminded_on = $2 from user_task u
     where r.tenant_id = $1 and r.kind = 'pause' and r.state = 'granted' and r.ended_at is null and r.review_on <= $2
       and r.reminded_on is null
       and u.tenant_id = r.tenant_id and u.instance_id = r.instance_id and u.id = r.user_task and u.state = 'open' returning r.id`,
    [tenant, today],
  );
  if (taken.length === 0) return [];
  return tx.query<ClockRequestRow>(
    `select ${columns} from clock_request r ${withUserTask} where r.tenant_id = $1 and r.id = any($2::uuid[]) order by r.review_on, r.id`,
    [tenant, taken.map(({ id }) => id)],
  );
}

/** What became of a request: how much was granted of an extension, or why it was refused. */
export interface RequestOutcome {
  readonly state: 'granted' | 'refused' | 'withdrawn';
  readonly grantedAmount?: number | null;
  readonly answer?: string;
}

/**
 * Decides an open request, or takes it back.
 *
 * @returns false when it is open no more: somebody else was faster
 */
export async function closeClockRequest(
  tx: Transaction,
  tenant: string,
  id: string,
  outcome: RequestOutcome,
  by: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update clock_request set state = $3, decided_by = $4, decided_at = $5, answer = $6, granted_amount = $7
     where tenant_id = $1 and id = $2 and state = 'open' returning id`,
    [tenant, id, outcome.state, by, tx.now, outcome.answer ?? null, outcome.grantedAmount ?? null],
  );
  return rows.length > 0;
}

/** Notes another day of review of the pause that lasts; whoever decided it is told again when it has come. */
export async function movePauseReview(
  tx: Transaction,
  tenant: string,
  instance: string,
  userTask: number,
  stage: string,
  reviewOn: string,
): Promise<void> {
  await tx.query(
    `update clock_request set review_on = $5, reminded_on = null
     where tenant_id = $1 and instance_id = $2 and user_task = $3 and stage = $4 and kind = 'pause' and state = 'granted' and ended_at is null`,
    [tenant, instance, userTask, stage, reviewOn],
  );
}

/** Notes that the clock of a user task goes on: its pause has ended. */
export async function endPause(
  tx: Transaction,
  tenant: string,
  instance: string,
  userTask: number,
  stage: string,
): Promise<void> {
  await tx.query(
    `update clock_request set ended_at = $5
     where tenant_id = $1 and instance_id = $2 and user_task = $3 and stage = $4 and kind = 'pause' and state = 'granted' and ended_at is null`,
    [tenant, instance, userTask, stage, tx.now],
  );
}
