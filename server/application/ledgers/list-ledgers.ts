import { countEntries } from '../../database/ledgers.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';

export interface LedgerSummary {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly lawfulBasis: string;
  readonly retention: string;
  readonly entries: number;
  readonly mayEdit: boolean;
}

/** The ledgers of the release with what each is for; none for somebody who may see none. */
export async function listLedgers(context: Context, actor: Actor): Promise<readonly LedgerSummary[]> {
  const areas = areasFor(actor, 'ledger.view');
  if (areas.length === 0) return [];
  const mayEdit = areasFor(actor, 'ledger.edit').length > 0;
  return context.database.read(async (tx) => {
    const { ledgers } = await context.releases.current(tx);
    const counts = await countEntries(tx, context.tenant, [...ledgers.keys()], areas);
    return [...ledgers.values()].map(({ id, title, purpose, lawfulBasis, retention }) => ({
      id,
      title,
      purpose,
      lawfulBasis,
      retention,
      entries: counts.get(id) ?? 0,
      mayEdit,
    }));
  });
}
