import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { LedgerFile } from '../../kernel/release/definitions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { releasesWithin } from '../releases/releases-within.ts';

/** The step for which a ledger's form is drawn and checked. */
export const ledgerStep = 'ledger';

/** A ledger with the form its entries are filled in with. */
export interface LedgerWithForm {
  readonly ledger: LedgerFile;
  readonly form: FormDefinition;
}

/**
 * A ledger of a release.
 *
 * @throws Refusal `ledger-unknown`
 */
export function findLedger(release: CompiledRelease, id: string): LedgerWithForm {
  const ledger = release.ledgers.get(id);
  const form = ledger && release.forms.get(ledger.form);
  if (ledger === undefined || form === undefined) throw new Refusal('ledger-unknown', { ledger: id });
  return { ledger, form };
}

/** The releases of somebody's areas that have a ledger, the most general first. */
export async function ledgerReleases(
  context: Context,
  tx: Transaction,
  areas: readonly string[],
  id: string,
): Promise<readonly CompiledRelease[]> {
  const live = await context.releases.inForce(tx);
  return releasesWithin(live, areas).filter((release) => release.ledgers.has(id));
}

/** Why an entry is not there for somebody: there is no such ledger, or no such entry in their areas. */
export async function noSuchEntry(context: Context, tx: Transaction, actor: Actor, ledger: string): Promise<Refusal> {
  const areas = areasFor(actor, 'ledger.view');
  const known = areas.length === 0 || (await ledgerReleases(context, tx, areas, ledger)).length > 0;
  return known ? new Refusal('entry-unknown') : new Refusal('ledger-unknown', { ledger });
}
