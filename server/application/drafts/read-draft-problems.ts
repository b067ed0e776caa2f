import type { Transaction } from '../../database/transaction.ts';
import { locateFault, type LocatedFault } from '../../packs/drafting/locate-fault.ts';
import type { CompiledPack } from '../../packs/compile-pack.ts';
import type { ComposedDraft } from '../../packs/drafting/compose-draft.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToRead } from './draft-access.ts';
import { compiledDraft, draftMaterial } from './draft-material.ts';

/**
 * Everything that is wrong in a draft, as `gridloom validate` finds it, each at its definition.
 *
 * @throws Refusal `draft-unknown`, `draft-over`
 */
export async function readDraftProblems(context: Context, tx: Transaction, actor: Actor, draft: string) {
  const row = await draftToRead(context, tx, actor, draft);
  const material = await draftMaterial(context, tx, row);
  const compiled = await compiledDraft(context, material);
  return { revision: row.revision, checkedAt: tx.now, problems: problemsOf(compiled, material.composed) };
}

/** Errors wherever they are, warnings about what the area's own pack writes: the others are for those who write that. */
function problemsOf({ faults }: Pick<CompiledPack, 'faults'>, composed: ComposedDraft): readonly LocatedFault[] {
  return faults
    .filter(({ severity, pack }) => severity === 'error' || pack === composed.own.id)
    .map((fault) => locateFault(fault, composed.packs));
}
