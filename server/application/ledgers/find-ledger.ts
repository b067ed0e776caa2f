import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { LedgerFile } from '../../kernel/release/definitions.ts';
import { Refusal } from '../refusal.ts';

/** The step for which a ledger's form is drawn and checked. */
export const ledgerStep = 'ledger';

/** A ledger with the form its entries are filled in with. */
export interface LedgerWithForm {
  readonly ledger: LedgerFile;
  readonly form: FormDefinition;
}

/**
 * A ledger of the release that is effective now.
 *
 * @throws Refusal `ledger-unknown`
 */
export function findLedger(release: CompiledRelease, id: string): LedgerWithForm {
  const ledger = release.ledgers.get(id);
  const form = ledger && release.forms.get(ledger.form);
  if (ledger === undefined || form === undefined) throw new Refusal('ledger-unknown', { ledger: id });
  return { ledger, form };
}
