import { countEntries } from '../../database/ledgers.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';
import { releasesWithin } from '../releases/releases-within.ts';

export interface LedgerSummary {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly lawfulBasis: string;
  readonly retention: string;
  readonly entries: number;
  readonly mayEdit: boolean;
}

/** The ledgers of somebody's areas with what each is for; none for somebody who may see none. */
export async function listLedgers(context: Context, actor: Actor): Promise<readonly LedgerSummary[]> {
  const areas = areasFor(actor, 'ledger.view');
  if (areas.length === 0) return [];
  const mayEdit = areasFor(actor, 'ledger.edit').length > 0;
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const ledgers = new Map(
      releasesWithin(live, areas)
        .toReversed()
        .flatMap((release) => [...release.ledgers]),
    );
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
