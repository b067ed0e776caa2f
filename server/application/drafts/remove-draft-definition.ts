import type { Transaction } from '../../database/transaction.ts';
import { nearestDefinitions, keyText } from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import { removeDefinition } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { changeDraftDefinition } from './change-draft-definition.ts';
import type { DraftView } from './draft-view.ts';

/**
 * Takes a definition of the area out of its draft; what it inherits under the same id holds again.
 *
 * @param revision of the definition, as it was read
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`,
 *   `definition-unknown`, `definition-inherited`
 */
export function removeDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
  revision: number,
): Promise<DraftView> {
  return changeDraftDefinition(context, tx, { actor, draft, key, revision }, ({ composed: { own, below } }) => {
    const change = removeDefinition(own, key);
    if (change) return change;
    throw new Refusal(nearestDefinitions(below).has(keyText(key)) ? 'definition-inherited' : 'definition-unknown');
  });
}
