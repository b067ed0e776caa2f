import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A definition that a draft has touched, and who did so last. */
export interface DraftDefinitionRow {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** The office in which they did. */
  readonly changedAs: string;
}

/** Every definition that a draft has touched. */
export function draftDefinitions(
  tx: Transaction,
  tenant: string,
  draft: string,
): Promise<readonly DraftDefinitionRow[]> {
  return tx.query<DraftDefinitionRow>(
    `select kind, definition as id, revision, changed_at as "changedAt", changed_by as "changedBy", changed_as as "changedAs"
     from draft_definition where tenant_id = $1 and draft_id = $2 order by kind, definition`,
    [tenant, draft],
  );
}

/** Notes that somebody changed a definition; answers its new revision. */
export async function touchDefinition(
  tx: Transaction,
  tenant: string,
  draft: string,
  touch: { readonly kind: string; readonly id: string; readonly person: string; readonly as: string },
): Promise<number> {
  const [row] = await tx.query<{ revision: number }>(
    `insert into draft_definition (tenant_id, draft_id, kind, definition, revision, changed_at, changed_by, changed_as)
     values ($1, $2, $3, $4, 1, $5, $6, $7)
     on conflict (tenant_id, draft_id, kind, definition) do update set revision = draft_definition.revision + 1,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by, changed_as = excluded.changed_as
     returning revision`,
    [tenant, draft, touch.kind, touch.id, tx.now, touch.person, touch.as],
  );
  return row?.revision ?? 0;
}

/** Who is at a definition. */
export interface DraftLockRow {
  readonly kind: string;
  readonly id: string;
  readonly person: string;
  readonly since: Instant;
}

/** The locks of a draft that have not run out. */
export function draftLocks(tx: Transaction, tenant: string, draft: string): Promise<readonly DraftLockRow[]> {
  return tx.query<DraftLockRow>(
    `select kind, definition as id, person_id as person, since from draft_lock where tenant_id = $1 and draft_id = $2 and until > $3`,
    [tenant, draft, tx.now],
  );
}

/** What a lock is taken on, and by whom. */
export interface WantedLock {
  readonly kind: string;
  readonly id: string;
  readonly person: string;
  readonly until: Instant;
  /** Also from somebody who has it. */
  readonly takeOver: boolean;
}

/**
 * Takes or prolongs a lock, in one statement, so that of two who come at once one has it. Who has it now is what
 * `draftLocks` says afterwards.
 *
 * @returns whose it was when it was taken over from somebody, else null
 */
export async function takeLock(
  tx: Transaction,
  tenant: string,
  draft: string,
  { kind, id, person, until, takeOver }: WantedLock,
): Promise<string | null> {
  const [before] = await tx.query<{ person: string }>(
    `select person_id as person from draft_lock where tenant_id = $1 and draft_id = $2 and kind = $3 and definition = $4 and until > $5`,
    [tenant, draft, kind, id, tx.now],
  );
  const rows = await tx.query(
    `insert into draft_lock as l (tenant_id, draft_id, kind, definition, person_id, since, until) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, draft_id, kind, definition) do update set
       since = case when l.person_id = excluded.person_id and l.until > excluded.since then l.since else excluded.since end,
       person_id = excluded.person_id, until = excluded.until
     where l.person_id = excluded.person_id or l.until <= excluded.since or $8
     returning person_id`,
    [tenant, draft, kind, id, person, tx.now, until, takeOver],
  );
  return rows.length > 0 && before && before.person !== person ? before.person : null;
}

/** Gives a lock back; somebody else's stays. */
export async function dropLock(
  tx: Transaction,
  tenant: string,
  draft: string,
  at: { readonly kind: string; readonly id: string; readonly person: string },
): Promise<void> {
  await tx.query(
    'delete from draft_lock where tenant_id = $1 and draft_id = $2 and kind = $3 and definition = $4 and person_id = $5',
    [tenant, draft, at.kind, at.id, at.person],
  );
}
