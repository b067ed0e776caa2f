import { listEntryRows, personalValuesOfEntries } from '../../database/ledgers.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Instant } from '../../kernel/json.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, listScope } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { formView } from '../user-tasks/read-user-task.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { fieldTitle, searchedPersonal } from './entry-words.ts';
import { findLedger, ledgerReleases } from './find-ledger.ts';

export interface EntryQuery {
  readonly q?: string | undefined;
  readonly area?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface EntryList {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  readonly total: number;
  readonly title: string;
  readonly purpose: string;
  readonly columns: readonly { readonly field: string; readonly title: string }[];
  readonly entries: readonly EntryView[];
  readonly form: ReturnType<typeof formView>;
  readonly mayEdit: boolean;
  /** Areas that an entry can belong to, within the scope of whoever asks. */
  readonly grids: readonly { readonly code: string; readonly name: string }[];
}

/**
 * Entries of a ledger in the asker's areas, found by the fields the ledger names; personal fields are masked.
 *
 * @throws Refusal `ledger-unknown`, `not-permitted`, `area-unknown`
 */
export async function listEntries(context: Context, actor: Actor, id: string, query: EntryQuery): Promise<EntryList> {
  return context.database.read(async (tx) => {
    const scope = listScope(actor, 'ledger.view', query.area);
    // A list over several streets is headed as the most general of them has the ledger; an entry is opened in its own.
    const [release] = await ledgerReleases(context, tx, scope.areas, id);
    if (release === undefined) throw new Refusal('ledger-unknown', { ledger: id });
    const found = findLedger(release, id);
    const { total, entries } = await listEntryRows(tx, context.tenant, {
      ledger: id,
      areas: scope.areas,
      words: query.q?.trim() ? query.q.trim() : null,
      searchedPersonal: searchedPersonal(found),
      offset: query.offset ?? 0,
      limit: query.limit ?? 50,
    });
    const personal = await personalValuesOfEntries(
      tx,
      context.tenant,
      entries.map((entry) => entry.id),
    );
    const changers = entries.flatMap(({ changedBy }) => (changedBy === null ? [] : [changedBy]));
    const names = { release, tree: actor.tree, people: await readPersonNames(tx, context.tenant, changers) };
    const possible = areasFor(actor, 'ledger.view').flatMap((code) => downwardsFrom(actor.tree, code));
    return {
      asOf: tx.now,
      area: scope.label,
      total,
      title: found.ledger.title,
      purpose: found.ledger.purpose,
      columns: found.ledger.columns.map((field) => ({ field, title: fieldTitle(found.form, field) })),
      entries: entries.map((row) =>
        entryView(
          found,
          names,
          row,
          personal.filter(({ entry }) => entry === row.id),
        ),
      ),
      form: formView(release, found.form),
      mayEdit: areasFor(actor, 'ledger.edit').length > 0,
      grids: possible.filter(({ type }) => type === found.ledger.areaType).map(({ code, name }) => ({ code, name })),
    };
  });
}
