import { readDraft } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { nearestDefinitions, keyText, type DefinitionKey } from '../../packs/drafting/editable-definitions.ts';
import { removeDefinition } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { draftToChange } from './draft-access.ts';
import { draftMaterial } from './draft-material.ts';
import { draftView, type DraftView } from './draft-view.ts';
import { keepDefinition, requireUnchanged } from './keep-definition.ts';

/**
 * Takes a definition of the area out of its draft; what it inherits under the same id holds again.
 *
 * @param revision of the definition, as it was read
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`,
 *   `definition-unknown`, `definition-inherited`
 */
export async function removeDraftDefinition(
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
  const { own, below } = material.composed;
  const change = removeDefinition(own, key);
  if (change === null)
    throw new Refusal(nearestDefinitions(below).has(keyText(key)) ? 'definition-inherited' : 'definition-unknown');
  await keepDefinition(context, tx, actor, material, key, change);
  return draftView(context, tx, (await readDraft(tx, context.tenant, draft)) ?? row);
}
