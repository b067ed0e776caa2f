import type { ShownLight } from '../kernel/bpmn/user-task-clocks.ts';
import type { CaseDuties } from '../kernel/cases/case-progress.ts';
import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A case as its row holds it. */
export interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly caseType: string;
  readonly title: string;
  readonly place: string;
  readonly category: string;
  readonly channel: string;
  readonly area: string;
  readonly status: 'open' | 'closed' | 'cancelled';
  readonly stage: string;
  readonly visited: readonly string[];
  readonly passed: readonly string[];
  readonly level: string | null;
  readonly instance: string;
  readonly onTheSpot: boolean;
  readonly wantsAnswer: boolean;
  readonly answeredAt: Instant | null;
  readonly answeredHow: string | null;
  readonly firstReceiver: string;
  /** Post of the first receiver: whoever holds it owes the answer. */
  readonly reporterPost: string;
  readonly holderPost: string | null;
  readonly holderArea: string | null;
  readonly light: ShownLight | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly timeLimit: string | null;
  readonly everOverdue: boolean;
  readonly incident: boolean;
  readonly duties: CaseDuties;
  readonly facts: JsonObject;
  readonly reportedAt: Instant;
  readonly closedAt: Instant | null;
}

/** Columns of a case's row under the alias `c`. */
export const caseColumnsSql = `c.id, c.number, c.case_type as "caseType", c.title, c.place, c.category, c.channel, c.area, c.status, c.stage,
  c.visited_stages as visited, c.passed_stages as passed, c.level, c.instance_id as instance, c.on_the_spot as "onTheSpot", c.wants_answer as "wantsAnswer",
  c.answered_at as "answeredAt", c.answered_how as "answeredHow", c.first_receiver as "firstReceiver", c.reporter_post as "reporterPost",
  c.holder_post as "holderPost", c.holder_area as "holderArea", c.light, c.yellow_at as "yellowAt", c.due_at as "dueAt", c.time_limit as "timeLimit",
  c.ever_overdue as "everOverdue", c.incident, c.duties, c.facts, c.reported_at as "reportedAt", c.closed_at as "closedAt"`;

/** One case, or null. */
export async function readCaseRow(tx: Transaction, tenant: string, id: string): Promise<CaseRow | null> {
  const [row] = await tx.query<CaseRow>(
    `select ${caseColumnsSql} from case_record c where c.tenant_id = $1 and c.id = $2`,
    [tenant, id],
  );
  return row ?? null;
}

/** Some cases, in no order. */
export function readCaseRows(tx: Transaction, tenant: string, ids: readonly string[]): Promise<readonly CaseRow[]> {
  return tx.query<CaseRow>(
    `select ${caseColumnsSql} from case_record c where c.tenant_id = $1 and c.id = any($2::uuid[])`,
    [tenant, ids],
  );
}

/** A case that has just been reported. */
export interface NewCaseRow extends Omit<CaseRow, 'answeredAt' | 'answeredHow' | 'facts' | 'closedAt'> {
  /** What the one search box looks through: never a personal value. */
  readonly search: string;
}

/** Writes a new case with the progress its first step has already made. */
export async function insertCase(tx: Transaction, tenant: string, row: NewCaseRow): Promise<void> {
  await tx.query(
    `insert into case_record (tenant_id, id, number, case_type, title, place, category, channel, area, status, stage, visited_stages, passed_stages, level, instance_id,
       on_the_spot, wants_answer, first_receiver, reporter_post, holder_post, holder_area, light, yellow_at, due_at, time_limit, ever_overdue, incident, search,
       reported_at, received_at, closed_at, duties)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)`,
    [
      tenant,
      row.id,
      row.number,
      row.caseType,
      row.title,
      row.place,
      row.category,
      row.channel,
      row.area,
      row.status,
      row.stage,
      row.visited,
      row.passed,
      row.level,
      row.instance,
      row.onTheSpot,
      row.wantsAnswer,
      row.firstReceiver,
      row.reporterPost,
      row.holderPost,
      row.holderArea,
      row.light,
      row.yellowAt,
      row.dueAt,
      row.timeLimit,
      row.everOverdue,
      row.incident,
      row.search.toLowerCase(),
      row.reportedAt,
      tx.now,
      row.status === 'open' ? null : tx.now,
      JSON.stringify(row.duties),
    ],
  );
}

/** The next value of a counter, from 1. The row stays locked until the commit, so numbers have no gaps and no twins. */
export async function nextCounter(tx: Transaction, tenant: string, key: string): Promise<number> {
  const [row] = await tx.query<{ value: number }>(
    `insert into case_counter (tenant_id, key, value) values ($1, $2, 1)
     on conflict (tenant_id, key) do update set value = case_counter.value + 1 returning value`,
    [tenant, key],
  );
  return row?.value ?? 1;
}

/** Archives a case: it is closed, whatever bookkeeping its process still does. */
export async function archiveCase(tx: Transaction, tenant: string, id: string): Promise<void> {
  await tx.query(
    `update case_record set status = 'closed', closed_at = coalesce(closed_at, $3) where tenant_id = $1 and id = $2 and status <> 'cancelled'`,
    [tenant, id, tx.now],
  );
}

/** Notes facts indicators are counted from. */
export async function recordCaseFacts(tx: Transaction, tenant: string, id: string, facts: JsonObject): Promise<void> {
  await tx.query('update case_record set facts = facts || $3::jsonb where tenant_id = $1 and id = $2', [
    tenant,
    id,
    JSON.stringify(facts),
  ]);
}

/** Notes that the person who reported was answered, and how. */
export async function recordAnswer(
  tx: Transaction,
  tenant: string,
  id: string,
  at: Instant,
  how: string,
): Promise<void> {
  await tx.query('update case_record set answered_at = $3, answered_how = $4 where tenant_id = $1 and id = $2', [
    tenant,
    id,
    at,
    how,
  ]);
}
