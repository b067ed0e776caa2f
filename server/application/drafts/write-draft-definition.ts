import { readDraft } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import { keyText } from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionContent, DefinitionKey } from '../../packs/reading/written-definitions.ts';
import { writeDefinition } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { acceptAreas, acceptContent } from './accept-content.ts';
import { definitionStates, isSame } from './definition-states.ts';
import { draftToChange } from './draft-access.ts';
import { draftMaterial, type DraftMaterial } from './draft-material.ts';
import { draftView, type DraftView } from './draft-view.ts';
import { keepDefinition, requireUnchanged } from './keep-definition.ts';

/** A definition as somebody wants it. */
export interface WantedDefinition extends DefinitionKey {
  /** The revision that was read; 0 for a definition the draft has not touched. */
  readonly revision: number;
  readonly content: DefinitionContent;
}

/** A saved definition. */
export interface SavedDefinition {
  readonly revision: number;
  readonly draft: DraftView;
}

/** Files a draft may lay over a pack; a street's own pack rarely has twenty. */
const mostFiles = 1000;

/**
 * Saves a definition into a draft. One that is inherited is copied into the area's own pack with that, and only this one;
 * what stands there already is changed where it differs.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`, `draft-submitted`, `draft-conflict`, `definition-locked`,
 *   `definition-id-wrong`, `definition-content-wrong`, `definition-too-large`, `areas-outside`, `draft-too-large`
 */
export async function writeDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  wanted: WantedDefinition,
): Promise<SavedDefinition> {
  const { kind, id, revision, content } = wanted;
  const row = await draftToChange(context, tx, actor, draft);
  acceptContent({ kind, id }, content);
  const material = await draftMaterial(context, tx, row);
  const states = definitionStates(material.composed.packs, row.pack, material.standing.packs);
  const state = states.get(keyText({ kind, id }));
  const current = state && state.state !== 'removed' ? state.content : null;
  // Whoever writes a new definition has read none: that the draft had one of this id, and took it out, is nothing to meet.
  const isNew = current === null && revision === 0;
  await requireUnchanged(context, tx, actor, material, { kind, id }, isNew ? null : revision);
  if (current && isSame(current, content)) return { revision, draft: await draftView(context, tx, row) };
  if (kind === 'areas' && 'json' in content)
    acceptAreas(
      await context.releases.inForce(tx),
      row.area,
      current && 'json' in current ? current.json : {},
      content.json,
    );
  const next = await writeInto(context, tx, actor, material, { kind, id }, content);
  return { revision: next, draft: await draftView(context, tx, (await readDraft(tx, context.tenant, draft)) ?? row) };
}

/**
 * Writes a definition into the draft's own pack.
 *
 * @returns its new revision
 * @throws Refusal `draft-too-large`
 */
function writeInto(
  context: Context,
  tx: Transaction,
  actor: Actor,
  material: DraftMaterial,
  key: DefinitionKey,
  content: DefinitionContent,
): Promise<number> {
  const { own, below } = material.composed;
  if (own.files.size >= mostFiles) throw new Refusal('draft-too-large', { most: mostFiles });
  return keepDefinition(context, tx, actor, material, key, writeDefinition(own, below, key, content));
}
