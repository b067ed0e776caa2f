import { lockArea } from '../../database/areas.ts';
import { endDraft, readDraft, submitDraftRow, type DraftRow } from '../../database/drafts.ts';
import { latestExamination } from '../../database/examinations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { draftToChange } from '../drafts/draft-access.ts';
import { compiledDraft, draftMaterial, type DraftMaterial } from '../drafts/draft-material.ts';
import { draftView, type DraftView } from '../drafts/draft-view.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { approvalRequired } from './approval-of.ts';
import { insertPublished } from './insert-published.ts';
import { releaseView, type ReleaseView } from './release-views.ts';

/** From when, and with which words. */
export interface Publishing {
  /** Absent: at once. */
  readonly effectiveFrom?: Instant | undefined;
  readonly note: string;
}

/** What came of publishing: a release, or a draft that waits for a second person. */
export interface Published {
  readonly release: ReleaseView | null;
  readonly draft: DraftView | null;
}

/** A date further away than this is a slip of the hand. */
const furthestMs = 366 * 86_400_000;

/**
 * Publishes a draft that passed its examination, as it was examined. Where the area asks for it the draft is handed to a
 * second person instead, who publishes it by approving.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-unchanged`,
 *   `draft-not-examined`, `release-date-wrong`, `release-coming`
 */
export async function publishDraft(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  { effectiveFrom, note }: Publishing,
): Promise<Published> {
  const row = await draftToChange(context, tx, actor, draft);
  await lockArea(tx, context.tenant, row.area);
  const wished = effectiveFrom === undefined ? null : new Date(effectiveFrom).toISOString();
  const ready = await readyToPublish(context, tx, row, wished);
  if (await approvalRequired(context, tx, row.area)) {
    await submitDraftRow(tx, context.tenant, draft, { person: actor.person, note, effectiveFrom: wished });
    await recordAudit(tx, context.tenant, {
      action: 'draft-submitted',
      person: actor.person,
      subject: { kind: 'draft', id: draft },
      reason: note,
    });
    const submitted = await readDraft(tx, context.tenant, draft);
    return { release: null, draft: submitted && (await draftView(context, tx, submitted)) };
  }
  const release = await bringOut(context, tx, actor, row, ready, { note, by: actor.person, approvedBy: null });
  return { release, draft: null };
}

/** A draft that may be published, and from when. */
export interface ReadyDraft {
  readonly material: DraftMaterial;
  readonly release: CompiledRelease;
  readonly effectiveFrom: Instant;
}

/**
 * Makes sure that a draft is what was examined and that its date fits.
 *
 * @param wished null: at once
 * @throws Refusal `draft-unchanged`, `draft-not-examined`, `release-date-wrong`, `release-coming`
 */
export async function readyToPublish(
  context: Context,
  tx: Transaction,
  row: DraftRow,
  wished: Instant | null,
): Promise<ReadyDraft> {
  const material = await draftMaterial(context, tx, row);
  const { release } = await compiledDraft(context, material);
  if (release?.hash === material.standing.manifestHash || changesNothing(material))
    throw new Refusal('draft-unchanged');
  const examined = await latestExamination(tx, context.tenant, row.id);
  const isExamined =
    examined?.state === 'passed' &&
    examined.revision === row.revision &&
    release !== null &&
    examined.manifestHash === release.hash;
  if (!isExamined) throw new Refusal('draft-not-examined', { state: examined?.state ?? 'none' });
  const from = wished ?? tx.now;
  // A minute may pass between choosing "today, this minute" and sending it.
  if (Date.parse(from) < Date.parse(tx.now) - 60_000 || Date.parse(from) > Date.parse(tx.now) + furthestMs)
    throw new Refusal('release-date-wrong', { at: from });
  const effectiveFrom = from < tx.now ? tx.now : from;
  const standing = material.standing.row;
  if (standing && standing.effectiveFrom > effectiveFrom)
    throw new Refusal('release-coming', { at: standing.effectiveFrom });
  return { material, release, effectiveFrom };
}

/** A draft whose own pack is new and holds nothing, or that was begun and left as it was. */
function changesNothing({ composed, row, standing }: DraftMaterial): boolean {
  // On other ground than what is published it changes that: a newer version was laid under it.
  return composed.own.files.size <= 1 && composed.before === null && row.baseManifest === standing.manifestHash;
}

/** Publishes a draft, and ends it. */
export async function bringOut(
  context: Context,
  tx: Transaction,
  actor: Actor,
  row: DraftRow,
  { material, release, effectiveFrom }: ReadyDraft,
  word: { readonly note: string; readonly by: string; readonly approvedBy: string | null },
): Promise<ReleaseView> {
  const id = await insertPublished(context, tx, {
    area: row.area,
    release,
    packs: material.composed.packs,
    effectiveFrom,
    createdBy: word.by,
    approvedBy: word.approvedBy,
    note: word.note,
    kind: 'published',
    relatesTo: null,
  });
  await endDraft(tx, context.tenant, row.id, 'published');
  await recordAudit(tx, context.tenant, {
    action: 'release-published',
    person: actor.person,
    subject: { kind: 'release', id },
    reason: word.note,
  });
  return releaseView(context, tx, actor, row.area, id);
}
