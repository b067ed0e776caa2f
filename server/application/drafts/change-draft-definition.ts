import { readDraft } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import type { FileChange } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToChange } from './draft-access.ts';
import { draftMaterial, type DraftMaterial } from './draft-material.ts';
import { draftView, type DraftView } from './draft-view.ts';
import { keepDefinition, requireUnchanged } from './keep-definition.ts';

/** Which definition of which draft is changed, by whom. */
export interface DraftChange {
  readonly actor: Actor;
  readonly draft: string;
  readonly key: DefinitionKey;
  /** Of the definition, as it was read. */
  readonly revision: number;
}

/**
 * Changes a definition of a draft that is as it was read.
 *
 * @param decide the change of its file, null for none; it may refuse
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`,
 *   and what `decide` refuses with
 */
export async function changeDraftDefinition(
  context: Context,
  tx: Transaction,
  { actor, draft, key, revision }: DraftChange,
  decide: (material: DraftMaterial) => FileChange | null,
): Promise<DraftView> {
  const row = await draftToChange(context, tx, actor, draft);
  const material = await draftMaterial(context, tx, row);
  await requireUnchanged(context, tx, actor, material, key, revision);
  const change = decide(material);
  if (change) await keepDefinition(context, tx, actor, material, key, change);
  return draftView(context, tx, (await readDraft(tx, context.tenant, draft)) ?? row);
}
