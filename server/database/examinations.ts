import type { Instant, Json } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** An examination of a draft: a queue of its own, whoever leases a row examines. */
export interface ExaminationRow {
  readonly id: string;
  readonly draft: string;
  readonly revision: number;
  /** Of what would be published; null until it compiles. */
  readonly manifestHash: string | null;
  readonly state: 'running' | 'passed' | 'failed' | 'stopped';
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly at: string;
  readonly done: number;
  readonly total: number;
  readonly problems: readonly Json[];
  readonly failures: readonly Json[];
}

const columns = `id, draft_id as draft, revision, manifest_hash as "manifestHash", state, started_at as "startedAt", started_by as "startedBy",
  at, done, total, problems, failures`;

/** The examination of a draft that was begun last, or null. */
export async function latestExamination(
  tx: Transaction,
  tenant: string,
  draft: string,
): Promise<ExaminationRow | null> {
  const [row] = await tx.query<ExaminationRow>(
    `select ${columns} from examination where tenant_id = $1 and draft_id = $2 order by started_at desc, id desc limit 1`,
    [tenant, draft],
  );
  return row ?? null;
}

/** Asks for an examination. */
export async function insertExamination(
  tx: Transaction,
  tenant: string,
  wanted: { readonly id: string; readonly draft: string; readonly revision: number; readonly person: string },
): Promise<void> {
  await tx.query(
    `insert into examination (tenant_id, id, draft_id, revision, state, started_at, started_by) values ($1, $2, $3, $4, 'running', $5, $6)`,
    [tenant, wanted.id, wanted.draft, wanted.revision, tx.now, wanted.person],
  );
}

/** Stops the examinations of a draft that run. @param id absent: all */
export async function stopExaminations(
  tx: Transaction,
  tenant: string,
  draft: string,
  id: string | null = null,
): Promise<void> {
  await tx.query(
    `update examination set state = 'stopped', ended_at = $3 where tenant_id = $1 and draft_id = $2 and state = 'running'
     and ($4::uuid is null or id = $4)`,
    [tenant, draft, tx.now, id],
  );
}

/**
 * Takes the examination that waits longest, or one whose examiner has died: its lease has run out.
 *
 * @returns null when there is nothing to examine
 */
export async function leaseExamination(
  tx: Transaction,
  tenant: string,
  lease: string,
  until: Instant,
): Promise<ExaminationRow | null> {
  const [row] = await tx.query<ExaminationRow>(
    `update examination set lease = $3, leased_until = $4, done = 0, total = 0, at = '', problems = '[]', failures = '[]'
     where tenant_id = $1 and state = 'running' and id = (
       select id from examination where tenant_id = $1 and state = 'running' and (leased_until is null or leased_until < $2)
       order by started_at limit 1 for update skip locked)
     returning ${columns}`,
    [tenant, tx.now, lease, until],
  );
  return row ?? null;
}

/** How far an examination has come. */
export interface ExaminationProgress {
  readonly at: string;
  readonly done: number;
  readonly total: number;
}

/** Notes progress and keeps the lease. Answers false when it was stopped, or somebody else has it. */
export async function noteProgress(
  tx: Transaction,
  tenant: string,
  id: string,
  lease: string,
  progress: ExaminationProgress & { readonly until: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `update examination set at = $4, done = $5, total = $6, leased_until = $7
     where tenant_id = $1 and id = $2 and lease = $3 and state = 'running' returning id`,
    [tenant, id, lease, progress.at, progress.done, progress.total, progress.until],
  );
  return rows.length > 0;
}

/** What came of an examination. */
export interface ExaminationResult {
  readonly state: 'passed' | 'failed';
  readonly manifestHash: string | null;
  readonly done: number;
  readonly total: number;
  readonly problems: readonly Json[];
  readonly failures: readonly Json[];
}

/** Ends an examination, unless it was stopped or somebody else has it. */
export async function endExamination(
  tx: Transaction,
  tenant: string,
  id: string,
  lease: string,
  result: ExaminationResult,
): Promise<void> {
  await tx.query(
    `update examination set state = $4, manifest_hash = $5, problems = $6::jsonb, failures = $7::jsonb, ended_at = $8, at = '', done = $9, total = $10
     where tenant_id = $1 and id = $2 and lease = $3 and state = 'running'`,
    [
      tenant,
      id,
      lease,
      result.state,
      result.manifestHash,
      JSON.stringify(result.problems),
      JSON.stringify(result.failures),
      tx.now,
      result.done,
      result.total,
    ],
  );
}
