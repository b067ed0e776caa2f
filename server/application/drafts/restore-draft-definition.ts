import { readDraft } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { definitionsOf, keyText, type DefinitionKey } from '../../packs/drafting/editable-definitions.ts';
import { removeDefinition, writeDefinition } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToChange } from './draft-access.ts';
import { draftMaterial, type DraftMaterial } from './draft-material.ts';
import { draftView, type DraftView } from './draft-view.ts';
import { keepDefinition, requireUnchanged } from './keep-definition.ts';

/**
 * Puts a definition of a draft back to what is published: as the area's own pack has it, or else inherited again.
 *
 * @param revision of the definition, as it was read
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`
 */
export async function restoreDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
  revision: number,
): Promise<DraftView> {
  const row = await draftToChange(context, tx, actor, draft);
  const material = await draftMaterial(context, tx, row);
  await requireUnchanged(context, tx, actor, material, key, revision);
  const change = published(material, key);
  if (change) await keepDefinition(context, tx, actor, material, key, change);
  return draftView(context, tx, (await readDraft(tx, context.tenant, draft)) ?? row);
}

function published({ composed, standing, row }: DraftMaterial, key: DefinitionKey) {
  const { own, below } = composed;
  const ours = standing.packs.filter(({ id }) => id === row.pack).flatMap(definitionsOf);
  const written = ours.find((definition) => keyText(definition) === keyText(key));
  return written ? writeDefinition(own, below, key, written.content) : removeDefinition(own, key);
}
