import { createHash } from 'node:crypto';
import {
  draftFiles,
  type DraftRow,
  dropDraftFile,
  noteChange,
  putDraftFile,
  readDraft,
  rebaseDraft,
} from '../../database/drafts.ts';
import { stopExaminations } from '../../database/examinations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { canonicalJson } from '../../packs/canonical-json.ts';
import { definitionKey } from '../../packs/comparison/definition-contents.ts';
import { standings, type UpgradeChoice, type UpgradeSides } from '../../packs/upgrade/compare-three-ways.ts';
import { layUpgrade } from '../../packs/upgrade/lay-upgrade.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { beginDraft } from '../drafts/begin-draft.ts';
import { draftToChange } from '../drafts/draft-access.ts';
import { draftView, type DraftView } from '../drafts/draft-view.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { storeManifest } from './insert-published.ts';
import { keepShipped } from './keep-shipped.ts';
import { upgradeMaterial } from './upgrade-material.ts';

/**
 * Lays a newer version under an area's draft, which is begun when there is none: what only the new version changed is
 * taken, what the area changed stays, and where both did it is as chosen. Published it is not: the draft is examined and
 * published like any other, and thrown away it leaves everything as it was.
 *
 * @throws Refusal `not-permitted`, `draft-submitted`, `upgrade-none`, `upgrade-undecided` with the definitions
 */
export async function takeUpgrade(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  choices: readonly UpgradeChoice[],
): Promise<DraftView> {
  const { id } = await beginDraft(context, tx, actor, area);
  await draftToChange(context, tx, actor, id);
  const material = await upgradeMaterial(context, tx, area);
  if (!material?.draft) throw new Refusal('upgrade-none');
  const { sides, lastVersion } = material;
  const drafted = layUpgrade(sides, choices, lastVersion);
  if (drafted.undecided)
    throw new Refusal(
      'upgrade-undecided',
      { count: drafted.undecided.length },
      drafted.undecided.map(({ kind, id: definition }) => ({
        path: `/${kind}/${definition}`,
        zh: '两边都改过，请选一边。',
        en: 'Both sides changed it; choose one.',
      })),
    );
  const published: UpgradeSides = { ...sides, ours: material.published };
  const ground = layUpgrade(published, decidedFor(published, choices), lastVersion);
  if (!ground.packs) throw new Error('a choice is missing for what is published');
  await keepShipped(tx, context.tenant, sides.theirs);
  await layUnder(context, tx, material.draft.row, ground.packs, drafted.packs);
  await noteChange(tx, context.tenant, id, actor.person);
  await recordAudit(tx, context.tenant, {
    action: 'upgrade-taken',
    person: actor.person,
    subject: { kind: 'draft', id },
  });
  const row = await readDraft(tx, context.tenant, id);
  if (!row) throw new Error(`the draft ${id} is gone`);
  return draftView(context, tx, row);
}

/** Where only what is published clashes, and the draft has settled it already, what is published stays under it. */
function decidedFor(sides: UpgradeSides, choices: readonly UpgradeChoice[]): readonly UpgradeChoice[] {
  const chosen = new Map(choices.map((choice) => [definitionKey(choice), choice]));
  return [...standings(sides)].flatMap(([key, { changedBy, ours, theirs }]): readonly UpgradeChoice[] => {
    const shown = ours ?? theirs;
    if (changedBy !== 'both' || !shown) return [];
    return [chosen.get(key) ?? { kind: shown.kind, id: shown.id, take: 'ours' }];
  });
}

/** Puts a draft onto new ground: of its files those stay that say something else than the ground. */
async function layUnder(
  context: Context,
  tx: Transaction,
  { id: draft, pack }: DraftRow,
  ground: readonly PackFolder[],
  drafted: readonly PackFolder[],
): Promise<void> {
  const hash = createHash('sha256')
    .update(canonicalJson(contentOf(ground)))
    .digest('hex');
  await storeManifest(tx, context.tenant, hash, ground);
  await rebaseDraft(tx, context.tenant, draft, hash);
  await stopExaminations(tx, context.tenant, draft);
  for (const path of (await draftFiles(tx, context.tenant, draft)).keys())
    await dropDraftFile(tx, context.tenant, draft, path);
  const [own, wanted] = [ground, drafted].map((packs) => packs.find(({ id }) => id === pack)?.files ?? new Map());
  if (!own || !wanted) return;
  for (const path of new Set([...own.keys(), ...wanted.keys()])) {
    // Accounts and version of a changed pack are written when the draft is put together.
    if (path === 'pack.json' || own.get(path)?.text === wanted.get(path)?.text) continue;
    await putDraftFile(tx, context.tenant, draft, path, wanted.get(path)?.text ?? null);
  }
}

function contentOf(packs: readonly PackFolder[]): { readonly [pack: string]: { readonly [path: string]: string } } {
  return Object.fromEntries(
    packs.map(({ id, files }) => [
      id,
      Object.fromEntries([...files.values()].map(({ path, sha256 }) => [path, sha256])),
    ]),
  );
}
