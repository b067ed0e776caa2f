import type { Transaction } from '../../database/transaction.ts';
import { definitionsOf, keyText } from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import { removeDefinition, writeDefinition } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { changeDraftDefinition } from './change-draft-definition.ts';
import type { DraftMaterial } from './draft-material.ts';
import type { DraftView } from './draft-view.ts';

/**
 * Puts a definition of a draft back to what is published: as the area's own pack has it, or else inherited again.
 *
 * @param revision of the definition, as it was read
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`
 */
export function restoreDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
  revision: number,
): Promise<DraftView> {
  return changeDraftDefinition(context, tx, { actor, draft, key, revision }, (material) => published(material, key));
}

function published({ composed, standing, row }: DraftMaterial, key: DefinitionKey) {
  const { own, below } = composed;
  const ours = standing.packs.filter(({ id }) => id === row.pack).flatMap(definitionsOf);
  const written = ours.find((definition) => keyText(definition) === keyText(key));
  return written ? writeDefinition(own, below, key, written.content) : removeDefinition(own, key);
}
