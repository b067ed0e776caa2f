import { personalValuesOfEntries, readEntryRow, type RevisionRow, revisionsOf } from '../../database/ledgers.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { pointerTokens } from '../../kernel/forms/json-pointer.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';
import type { LineWording } from '../../kernel/forms/describe-submission.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, mayAct } from '../policy/policy.ts';
import { formView } from '../user-tasks/read-user-task.ts';
import { type EntryView, entryView, personRef } from './entry-view.ts';
import { fieldText, fieldTitle, wordingOf } from './entry-words.ts';
import { findLedger, noSuchEntry, type LedgerWithForm } from './find-ledger.ts';
import { maskedData } from './masked-values.ts';

/** What one revision changed, field by field. Old personal values are gone, so only that they changed is told. */
interface Change {
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

export interface EntryWithRevisions extends EntryView {
  readonly title: string;
  readonly form: ReturnType<typeof formView>;
  readonly data: JsonObject;
  readonly mayEdit: boolean;
  readonly revisions: readonly {
    readonly revision: number;
    readonly at: Instant;
    readonly by: { readonly id: string; readonly name: string } | null;
    readonly reason: string;
    readonly changes: readonly Change[];
  }[];
}

/**
 * An entry with its revisions, the latest first; personal fields are masked.
 *
 * @throws Refusal `ledger-unknown`, `entry-unknown` (also for one outside the asker's areas)
 */
export async function readEntry(
  context: Context,
  actor: Actor,
  ledger: string,
  id: string,
): Promise<EntryWithRevisions> {
  return context.database.read(async (tx) => {
    const row = await readEntryRow(tx, context.tenant, { ledger, id }, areasFor(actor, 'ledger.view'));
    if (row === null) throw await noSuchEntry(context, tx, actor, ledger);
    const release = await context.releases.at(tx, row.area);
    const found = findLedger(release, ledger);
    const personal = await personalValuesOfEntries(tx, context.tenant, [id]);
    const revisions = await revisionsOf(tx, context.tenant, id);
    const changers = [...revisions.map(({ person }) => person), row.changedBy].filter((person) => person !== null);
    const names = { release, tree: actor.tree, people: await readPersonNames(tx, context.tenant, changers) };
    return {
      ...entryView(found, names, row, personal),
      title: found.ledger.title,
      form: formView(release, found.form),
      data: maskedData(found.form, row.data, personal),
      mayEdit: mayAct(actor, 'ledger.edit', row.area),
      revisions: revisions.map((revision, index) => ({
        revision: revision.revision,
        at: revision.at,
        by: personRef(names.people, revision.person),
        reason: revision.reason,
        changes: changesOf(found, wordingOf(release, actor.tree), revision, revisions[index + 1]),
      })),
    };
  });
}

function changesOf(
  found: LedgerWithForm,
  wording: LineWording,
  now: RevisionRow,
  before: RevisionRow | undefined,
): readonly Change[] {
  if (before === undefined) return [];
  const fields = [...new Set([...Object.keys(before.data), ...Object.keys(now.data)])];
  const plain = fields.flatMap((field): Change[] => {
    const from = fieldText(found.form, wording, before.data, field);
    const to = fieldText(found.form, wording, now.data, field);
    return from === to ? [] : [{ title: fieldTitle(found.form, field), from, to }];
  });
  const personal = now.personalChanged.map((pointer): Change => {
    return { title: fieldTitle(found.form, pathOf(pointer)), from: '****', to: '****' };
  });
  return [...plain, ...personal];
}

/** A pointer into the data as the path of a field: `/people/0/name` is the field `people[].name`. */
function pathOf(pointer: string): string {
  return pointerTokens(pointer).reduce((path, token) => {
    if (/^\d+$/.test(token)) return `${path}[]`;
    return path === '' ? token : `${path}.${token}`;
  }, '');
}
