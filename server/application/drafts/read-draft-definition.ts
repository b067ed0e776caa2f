import { draftLocks } from '../../database/draft-definitions.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { PackFile } from '../../kernel/release/definitions.ts';
import { keyText } from '../../packs/drafting/editable-definitions.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import { saidAbout } from '../../packs/drafting/said-about.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { definitionStates } from './definition-states.ts';
import { draftToRead } from './draft-access.ts';
import { draftMaterial } from './draft-material.ts';
import { lockView } from './draft-view.ts';

/**
 * One definition as a draft has it, with what is published, who is at it, and where its values come from.
 *
 * @throws Refusal `draft-unknown`, `draft-over`, `definition-unknown`
 */
export async function readDraftDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
  key: DefinitionKey,
) {
  const row = await draftToRead(context, tx, actor, draft);
  const { composed, standing, touched } = await draftMaterial(context, tx, row);
  const found = definitionStates(composed.packs, row.pack, standing.packs).get(keyText(key));
  if (!found) throw new Refusal('definition-unknown');
  const touch = touched.find(({ kind, id }) => kind === key.kind && id === key.id);
  const lock = (await draftLocks(tx, context.tenant, draft)).find(({ kind, id }) => kind === key.kind && id === key.id);
  const people = [touch?.changedBy, lock?.person].filter((person) => person !== undefined);
  const names = await readPersonNames(tx, context.tenant, people);
  const writer = composed.packs.find(({ id }) => id === found.pack);
  const { kind, id, title, origin, state, content, published } = found;
  return {
    kind,
    id,
    title,
    origin,
    state,
    revision: touch?.revision ?? 0,
    changedAt: touch?.changedAt ?? null,
    changedBy: touch ? { id: touch.changedBy, name: names.get(touch.changedBy) ?? '' } : null,
    content,
    published,
    lock: lock ? lockView(lock, names, actor) : null,
    ...(writer ? saidAbout(manifestOf(writer), writer, found) : { assumed: [], sources: [] }),
  };
}

function manifestOf(pack: PackFolder): PackFile {
  return JSON.parse(pack.files.get('pack.json')?.text ?? '{"sources":[],"assumed":[]}') as PackFile;
}
