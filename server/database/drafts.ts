import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** What an area changes before it publishes. */
export interface DraftRow {
  readonly id: string;
  readonly area: string;
  /** Id of the area's own pack, which the draft writes. */
  readonly pack: string;
  readonly baseManifest: string;
  readonly revision: number;
  readonly state: 'open' | 'submitted' | 'published' | 'discarded';
  readonly begunAt: Instant;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly submittedAt: Instant | null;
  readonly submittedBy: string | null;
  readonly submittedNote: string | null;
  /** Null: at once. */
  readonly submittedEffectiveFrom: Instant | null;
  readonly givenBackAt: Instant | null;
  readonly givenBackBy: string | null;
  readonly givenBackReason: string | null;
}

const columns = `id, area, pack, base_manifest as "baseManifest", revision, state, begun_at as "begunAt", changed_at as "changedAt",
  changed_by as "changedBy", submitted_at as "submittedAt", submitted_by as "submittedBy", submitted_note as "submittedNote",
  submitted_effective_from as "submittedEffectiveFrom", given_back_at as "givenBackAt", given_back_by as "givenBackBy",
  given_back_reason as "givenBackReason"`;

/** The draft of an area that is being written or waits for approval, or null. */
export async function openDraftOf(tx: Transaction, tenant: string, area: string): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(
    `select ${columns} from draft where tenant_id = $1 and area = $2 and state in ('open', 'submitted')`,
    [tenant, area],
  );
  return row ?? null;
}

/** The drafts of some areas that are being written or wait for approval. */
export function openDraftsIn(tx: Transaction, tenant: string, areas: readonly string[]): Promise<readonly DraftRow[]> {
  return tx.query<DraftRow>(
    `select ${columns} from draft where tenant_id = $1 and area = any($2) and state in ('open', 'submitted') order by area`,
    [tenant, areas],
  );
}

/** One draft, or null. */
export async function readDraft(tx: Transaction, tenant: string, id: string): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(`select ${columns} from draft where tenant_id = $1 and id = $2`, [tenant, id]);
  return row ?? null;
}

/** One draft, locked until the transaction ends: changes of a draft come one after the other. */
export async function lockDraft(tx: Transaction, tenant: string, id: string): Promise<DraftRow | null> {
  const [row] = await tx.query<DraftRow>(`select ${columns} from draft where tenant_id = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
  return row ?? null;
}

/** What a new draft begins with. */
export interface NewDraft {
  readonly id: string;
  readonly area: string;
  readonly pack: string;
  readonly baseManifest: string;
  readonly person: string;
}

/** Begins a draft, unless the area has an open one: of two who begin at once the second gets the first one's. */
export async function insertDraft(tx: Transaction, tenant: string, draft: NewDraft): Promise<void> {
  await tx.query(
    `insert into draft (tenant_id, id, area, pack, base_manifest, state, begun_at, begun_by, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, 'open', $6, $7, $6, $7)
     on conflict (tenant_id, area) where state in ('open', 'submitted') do nothing`,
    [tenant, draft.id, draft.area, draft.pack, draft.baseManifest, tx.now, draft.person],
  );
}

/** Counts a change of a draft. Answers its new revision. */
export async function noteChange(tx: Transaction, tenant: string, id: string, person: string): Promise<number> {
  const [row] = await tx.query<{ revision: number }>(
    `update draft set revision = revision + 1, changed_at = $3, changed_by = $4 where tenant_id = $1 and id = $2 returning revision`,
    [tenant, id, tx.now, person],
  );
  return row?.revision ?? 0;
}

/** Lays a draft over another manifest: the packs below it have changed. It counts as a change, but as nobody's. */
export async function rebaseDraft(tx: Transaction, tenant: string, id: string, manifest: string): Promise<void> {
  await tx.query('update draft set base_manifest = $3, revision = revision + 1 where tenant_id = $1 and id = $2', [
    tenant,
    id,
    manifest,
  ]);
}

/** What is asked for when a draft is handed to a second person. */
export interface Submission {
  readonly person: string;
  readonly note: string;
  readonly effectiveFrom: Instant | null;
}

/** Hands a draft to a second person. */
export async function submitDraftRow(
  tx: Transaction,
  tenant: string,
  id: string,
  { person, note, effectiveFrom }: Submission,
): Promise<void> {
  await tx.query(
    `update draft set state = 'submitted', submitted_at = $3, submitted_by = $4, submitted_note = $5, submitted_effective_from = $6
     where tenant_id = $1 and id = $2`,
    [tenant, id, tx.now, person, note, effectiveFrom],
  );
}

/** Gives a submitted draft back to those who write it. */
export async function giveDraftBack(
  tx: Transaction,
  tenant: string,
  id: string,
  person: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `update draft set state = 'open', submitted_at = null, submitted_by = null, submitted_note = null, submitted_effective_from = null,
       given_back_at = $3, given_back_by = $4, given_back_reason = $5 where tenant_id = $1 and id = $2`,
    [tenant, id, tx.now, person, reason],
  );
}

/** Ends a draft. What it held is dropped: a published one is in its release, a discarded one is gone. */
export async function endDraft(
  tx: Transaction,
  tenant: string,
  id: string,
  state: 'published' | 'discarded',
): Promise<void> {
  await tx.query('update draft set state = $3 where tenant_id = $1 and id = $2', [tenant, id, state]);
  for (const table of ['draft_file', 'draft_definition', 'draft_lock'])
    await tx.query(`delete from ${table} where tenant_id = $1 and draft_id = $2`, [tenant, id]);
}

/** Files of a draft by path; null: taken out of the area's own pack. */
export async function draftFiles(
  tx: Transaction,
  tenant: string,
  draft: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.query<{ path: string; content: string | null }>(
    'select path, content from draft_file where tenant_id = $1 and draft_id = $2 order by path',
    [tenant, draft],
  );
  return new Map(rows.map(({ path, content }) => [path, content]));
}

/** Lays a file over the area's own pack; null content takes it out there. */
export async function putDraftFile(
  tx: Transaction,
  tenant: string,
  draft: string,
  path: string,
  content: string | null,
): Promise<void> {
  await tx.query(
    `insert into draft_file (tenant_id, draft_id, path, content) values ($1, $2, $3, $4)
     on conflict (tenant_id, draft_id, path) do update set content = excluded.content`,
    [tenant, draft, path, content],
  );
}

/** Takes a file off a draft: what the area's own pack has there holds again. */
export async function dropDraftFile(tx: Transaction, tenant: string, draft: string, path: string): Promise<void> {
  await tx.query('delete from draft_file where tenant_id = $1 and draft_id = $2 and path = $3', [tenant, draft, path]);
}
