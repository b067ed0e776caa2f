import { parsedJson } from '../../kernel/json.ts';
import { draftLocks, touchDefinition, type DraftDefinitionRow } from '../../database/draft-definitions.ts';
import { dropDraftFile, noteChange, putDraftFile } from '../../database/drafts.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import { canonicalJson } from '../../packs/canonical-json.ts';
import type { DefinitionKey } from '../../packs/reading/written-definitions.ts';
import type { FileChange } from '../../packs/drafting/write-definition.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import type { DraftMaterial } from './draft-material.ts';
import { officeOf } from './office-of.ts';

/**
 * Refuses a change that was made on something else than what the draft holds now, or while somebody else is at it: a
 * conflict never overwrites. Whoever has the lock taken from them learns it here at the latest.
 *
 * @param revision of the definition in the draft, as it was read; null for a new one, which nobody can have changed
 * @throws Refusal `draft-conflict` with who and when, `definition-locked`
 */
export async function requireUnchanged(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { row, touched }: DraftMaterial,
  key: DefinitionKey,
  revision: number | null,
): Promise<void> {
  const last = touched.find((touch) => isOf(touch, key));
  if (revision !== null && (last?.revision ?? 0) !== revision) {
    const names = await readPersonNames(tx, context.tenant, last ? [last.changedBy] : []);
    throw new Refusal('draft-conflict', {
      who: (last && names.get(last.changedBy)) ?? '',
      at: last?.changedAt ?? row.changedAt,
      revision: last?.revision ?? 0,
    });
  }
  const lock = (await draftLocks(tx, context.tenant, row.id)).find((held) => isOf(held, key));
  if (lock && lock.person !== actor.person) {
    const names = await readPersonNames(tx, context.tenant, [lock.person]);
    throw new Refusal('definition-locked', { who: names.get(lock.person) ?? '', at: lock.since });
  }
}

/**
 * Keeps a changed file of a draft, and who changed which definition. A file that says what the published one says is not
 * kept: the published bytes hold.
 *
 * @returns the definition's new revision
 */
export async function keepDefinition(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { row, composed }: DraftMaterial,
  key: DefinitionKey,
  { path, text }: FileChange,
): Promise<number> {
  const before = composed.before?.files.get(path)?.text;
  if (text === null ? before === undefined : before !== undefined && saysTheSame(before, text))
    await dropDraftFile(tx, context.tenant, row.id, path);
  else await putDraftFile(tx, context.tenant, row.id, path, text);
  const office = officeOf(await context.releases.inForce(tx), actor, row.area);
  const revision = await touchDefinition(tx, context.tenant, row.id, { ...key, person: actor.person, as: office });
  await noteChange(tx, context.tenant, row.id, actor.person);
  return revision;
}

function saysTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [parsedJson(one), parsedJson(other)];
  return first !== undefined && second !== undefined && canonicalJson(first) === canonicalJson(second);
}

function isOf(row: Pick<DraftDefinitionRow, 'kind' | 'id'>, { kind, id }: DefinitionKey): boolean {
  return row.kind === kind && row.id === id;
}
