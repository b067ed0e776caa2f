import { endSessionsOf, insertAccounts, updateAccounts } from '../../database/accounts.ts';
import { readDraft } from '../../database/drafts.ts';
import { insertHeldPosts, updateHeldPosts } from '../../database/post-assignments.ts';
import { noteEnacted } from '../../database/releases.ts';
import { violatedConstraint } from '../../database/database-unavailable.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit, recordAudits, type AuditLine } from '../audit/record-audit.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import { beginDraft } from '../drafts/begin-draft.ts';
import { compiledDraft, draftMaterial } from '../drafts/draft-material.ts';
import { writeDraftDefinition } from '../drafts/write-draft-definition.ts';
import { draftDefinitions } from '../../database/draft-definitions.ts';
import { storeAreasInForce } from '../organization/enact-area-changes.ts';
import { endAssignment } from '../people/end-assignment.ts';
import { leaveVanishedPosts } from '../people/leave-vanished-posts.ts';
import { rerouteUserTasks } from '../people/reroute-user-tasks.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { bringOut } from '../releases/publish-draft.ts';
import type { CommandKey } from '../with-idempotency.ts';
import type { SheetCells } from './cells.ts';
import { readWorkbookCells } from './in-cells-thread.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { planView, type PlanView } from './plan-view.ts';

/** What somebody has read and wants done. */
export interface WantedImport {
  readonly area: string;
  readonly bytes: Uint8Array;
  /** Of the preview they read; null for a program that reads none. */
  readonly seen: string | null;
  /** Takes the rows that are sound and leaves the others; else nothing is done while anything is wrong. */
  readonly soundOnly: boolean;
}

/**
 * Does what a workbook says, as one transaction: areas, accounts, who holds which post. Rows are merged by their keys, so
 * the same file once more changes nothing. Passwords are never touched; new accounts have none until one is handed out.
 *
 * @throws Refusal `workbook-unreadable`, `workbook-too-large`, `workbook-too-long`, `workbook-faulty`, `workbook-outdated`,
 *   `not-permitted`, `area-unknown`, and what drafts refuse
 */
export async function importWorkbook(
  context: Context,
  actor: Actor,
  command: CommandKey | null,
  { area, bytes, seen, soundOnly }: WantedImport,
): Promise<PlanView> {
  const sheets = await readWorkbookCells(bytes);
  return carryOut(context, actor, command, (tx, asker) =>
    importSheets(context, tx, asker, { area, sheets, seen, soundOnly }),
  ).catch((error: unknown) => {
    const taken = ['person_account_key', 'post_assignment_open_key'].includes(violatedConstraint(error) ?? '');
    throw taken ? new Refusal('workbook-outdated') : error;
  });
}

/**
 * The same inside a transaction, for cells that were read.
 *
 * @throws Refusal `workbook-faulty`, `workbook-outdated`, `not-permitted`, `area-unknown`, and what drafts refuse
 */
export async function importSheets(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { area, sheets, seen, soundOnly }: Omit<WantedImport, 'bytes'> & { readonly sheets: readonly SheetCells[] },
): Promise<PlanView> {
  const plan = await planImport(context, tx, actor, area, sheets, true);
  if (seen !== null && seen !== plan.seen) throw new Refusal('workbook-outdated');
  if (plan.faults.length > 0 && !soundOnly) throw new Refusal('workbook-faulty', { count: plan.faults.length });
  await applyPlan(context, tx, actor, plan);
  return planView(plan, tx.now);
}

async function applyPlan(context: Context, tx: Transaction, actor: Actor, plan: ImportPlan): Promise<void> {
  const { tenant } = context;
  await applyAreas(context, tx, actor, plan);
  const { people, posts } = plan;
  await insertAccounts(tx, tenant, people.added);
  await updateAccounts(tx, tenant, people.changed);
  await insertHeldPosts(tx, tenant, posts.added, actor.person);
  await updateHeldPosts(tx, tenant, posts.changed);
  for (const { id, person, over } of posts.ended) await endAssignment(context, tx, actor, person, id, over);
  await leaveSuspended(context, tx, actor, people.suspended);
  await recordAudit(tx, tenant, {
    action: 'workbook-imported',
    person: actor.person,
    subject: { kind: 'area', id: plan.area.code },
  });
  await recordAudits(tx, tenant, actor.person, auditLines(plan));
}

/** Whoever is suspended is out at once, and open work that only they had goes on to the fallback. */
async function leaveSuspended(
  context: Context,
  tx: Transaction,
  actor: Actor,
  suspended: readonly string[],
): Promise<void> {
  if (suspended.length === 0) return;
  await endSessionsOf(tx, context.tenant, suspended);
  const positions = await tx.query<{ readonly post: string; readonly area: string }>(
    'select distinct post, area from post_assignment where tenant_id = $1 and person_id = any($2)',
    [context.tenant, suspended],
  );
  await rerouteUserTasks(context, tx, positions, { person: actor.person });
}

function auditLines({ people, posts }: ImportPlan): readonly Omit<AuditLine, 'person'>[] {
  const suspended = new Set(people.suspended);
  const line = (action: AuditLine['action'], kind: string) => (id: string) => ({ action, subject: { kind, id } });
  return [
    ...people.added.map(({ id }) => id).map(line('person-added', 'person')),
    ...people.changed
      .map(({ id }) => id)
      .filter((id) => !suspended.has(id))
      .map(line('person-changed', 'person')),
    ...people.suspended.map(line('person-suspended', 'person')),
    ...posts.added.map(({ id }) => id).map(line('post-assigned', 'post-assignment')),
    ...posts.changed.map(({ id }) => id).map(line('post-changed', 'post-assignment')),
  ];
}

/** Writes the areas into the draft of the area, and publishes them where they come into force at once. */
async function applyAreas(context: Context, tx: Transaction, actor: Actor, plan: ImportPlan): Promise<void> {
  const { content } = plan.areas;
  if (content === null) return;
  const area = plan.area.code;
  const draft = await beginDraft(context, tx, actor, area);
  const touched = await draftDefinitions(tx, context.tenant, draft.id);
  const revision = touched.find(({ kind }) => kind === 'areas')?.revision ?? 0;
  await writeDraftDefinition(context, tx, actor, draft.id, {
    kind: 'areas',
    id: 'areas',
    revision,
    content: { json: content },
  });
  if (plan.way !== 'at-once') return;
  const row = await readDraft(tx, context.tenant, draft.id);
  if (!row) throw new Refusal('draft-over');
  const material = await draftMaterial(context, tx, row);
  const { release } = await compiledDraft(context, material);
  if (!release) throw new Refusal('workbook-outdated');
  const note = '导入区域';
  const ready = { material, release, effectiveFrom: tx.now };
  const published = await bringOut(context, tx, actor, row, ready, { note, by: actor.person, approvedBy: null });
  await noteEnacted(tx, context.tenant, published.id);
  context.releases.forget();
  await storeAreasInForce(context, tx, await context.releases.inForce(tx));
  await leaveVanishedPosts(context, tx, { person: actor.person });
}
