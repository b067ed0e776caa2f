import { createHmac } from 'node:crypto';
import { describeSubmission, type LineWording } from '../../kernel/forms/describe-submission.ts';
import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import { formFields } from '../../kernel/forms/form-fields.ts';
import { pointerOf, valueAt } from '../../kernel/forms/json-pointer.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { isJsonObject, textIn } from '../../kernel/json.ts';
import type { AreaTree } from '../../kernel/organization/area-tree.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { LedgerWithForm } from './find-ledger.ts';

/**
 * Titles of areas and posts for answers whose choices a form takes from the pack.
 *
 * @param tree areas as they are called today; where they are written for good, those of the release
 */
export function wordingOf(release: CompiledRelease, tree?: AreaTree): LineWording {
  return {
    titleOf: (source, value) => {
      const [what] = source.split(':');
      if (what === 'areas')
        return tree?.areas.get(textIn(value))?.name ?? release.areas.find(({ code }) => code === value)?.name;
      return what === 'posts' ? release.posts.find(({ id }) => id === value)?.title : undefined;
    },
  };
}

/** One field of an entry as it is written in a list; empty when nothing is filled in. */
export function fieldText(form: FormDefinition, wording: LineWording, data: JsonObject, field: string): string {
  const properties = form.schema['properties'];
  const node = isJsonObject(properties) ? properties[field] : undefined;
  const value = data[field];
  if (node === undefined || value === undefined) return '';
  const only = { schema: { ...form.schema, properties: { [field]: node }, required: [] }, ui: form.ui };
  return describeSubmission(only, { [field]: value }, wording)
    .map(({ text }) => text)
    .join('、');
}

/** The title of a field, as the form writes it. */
export function fieldTitle(form: FormDefinition, field: string): string {
  return formFields(form).find(({ path }) => path === field)?.title ?? field;
}

/** Pointers of the personal fields that a ledger is searched by. */
export function searchedPersonal({ ledger, form }: LedgerWithForm): readonly string[] {
  const personal = new Set(formFields(form).flatMap((field) => (field.personal === null ? [] : [field.path])));
  return ledger.search.filter((field) => personal.has(field)).map((field) => pointerOf([field]));
}

/** What an entry is found by besides its personal fields: those are looked up in their own rows. */
export function searchText({ ledger, form }: LedgerWithForm, release: CompiledRelease, plain: JsonObject): string {
  const wording = wordingOf(release);
  return ledger.search
    .map((field) => fieldText(form, wording, plain, field))
    .join(' ')
    .toLowerCase();
}

/**
 * What identifies an entry, as a keyed hash: it may be made of personal values, so without the tenant's secret nobody can
 * try out names. Spaces, width and case of letters do not make a difference.
 */
export function keyHash({ ledger }: LedgerWithForm, data: JsonObject, secret: Uint8Array): string {
  const values = ledger.key.map((field) => normalKey(valueAt(data, pointerOf([field])) ?? null));
  return createHmac('sha256', secret)
    .update(JSON.stringify([ledger.id, ...values]))
    .digest('hex');
}

function normalKey(value: Json): Json {
  return typeof value === 'string' ? value.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase() : value;
}
