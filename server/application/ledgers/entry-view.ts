import type { EntryPersonalValue, EntryRow } from '../../database/ledgers.ts';
import type { Instant } from '../../kernel/json.ts';
import type { AreaTree } from '../../kernel/organization/area-tree.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { fieldText, wordingOf } from './entry-words.ts';
import type { LedgerWithForm } from './find-ledger.ts';
import { maskedData } from './masked-values.ts';

/** An entry as a list shows it. */
export interface EntryView {
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly cells: readonly { readonly field: string; readonly text: string }[];
  readonly revision: number;
  readonly changedAt: Instant;
  readonly changedBy: { readonly id: string; readonly name: string } | null;
}

/** Names that entries are shown with. */
export interface EntryNames {
  readonly release: CompiledRelease;
  readonly tree: AreaTree;
  readonly people: ReadonlyMap<string, string>;
}

function areaRef(tree: AreaTree, code: string): { readonly code: string; readonly name: string } {
  return { code, name: tree.areas.get(code)?.name ?? code };
}

export function personRef(
  people: ReadonlyMap<string, string>,
  id: string | null,
): { readonly id: string; readonly name: string } | null {
  return id === null ? null : { id, name: people.get(id) ?? '' };
}

/** An entry's row with its columns as texts, personal ones masked. */
export function entryView(
  found: LedgerWithForm,
  { release, tree, people }: EntryNames,
  row: EntryRow,
  personal: readonly EntryPersonalValue[],
): EntryView {
  const data = maskedData(found.form, row.data, personal);
  const wording = wordingOf(release, tree);
  return {
    id: row.id,
    area: areaRef(tree, row.area),
    cells: found.ledger.columns.map((field) => ({ field, text: fieldText(found.form, wording, data, field) })),
    revision: row.revision,
    changedAt: row.changedAt,
    changedBy: personRef(people, row.changedBy),
  };
}
