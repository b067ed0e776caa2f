import { type Choice, plainText, propertiesOf, textOf } from '../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { ChoicesOf } from './schema-form/form-schema.ts';

type Titled = { readonly id: string; readonly title: string };

/** The sources a kind's schema may name with `x-choices`, and the definitions each offers. */
const sources: { readonly [source: string]: (definitions: DraftDefinitions) => readonly Choice[] } = {
  areas: ({ areas }) => areas.map(({ code, name }) => ({ value: code, title: name })),
  posts: ({ posts }) => posts.map(asChoice),
  roles: ({ roles }) => roles.map(asChoice),
  limits: ({ limits }) => limits.map(asChoice),
  calendars: ({ calendars }) => calendars.map(asChoice),
  forms: ({ forms }) => forms.map(asChoice),
  processes: ({ processes }) => processes.map(asChoice),
  decisions: ({ decisions }) => decisions.map(asChoice),
  categories: ({ caseTypes }) =>
    caseTypes.flatMap(({ categories }) =>
      categories.flatMap((upper) => [
        asChoice(upper),
        ...(upper.children ?? []).map(({ id, title }) => ({ value: id, title: `${upper.title} / ${title}` })),
      ]),
    ),
  notices: ({ notices }) => notices.map(asChoice),
};

/** Names every source there is. */
export const referenceSources: readonly string[] = [...Object.keys(sources), 'fields:form'];

/**
 * The definitions that can be referred to, by title.
 *
 * @param json the definition that is edited: `fields:form` are the questions of the form it names
 */
export function referenceChoices(definitions: DraftDefinitions, json: JsonObject): ChoicesOf {
  return (source) => {
    if (source === 'fields:form') return fieldsOfForm(definitions, json['form']);
    return sources[source]?.(definitions);
  };
}

function fieldsOfForm({ forms }: DraftDefinitions, id: unknown): readonly Choice[] {
  const form = forms.find((one) => one.id === id);
  return form === undefined
    ? []
    : propertiesOf(form.schema).map(([name, node]) => ({ value: name, title: textOf(node, 'title') ?? name }));
}

function asChoice({ id, title }: Titled): Choice {
  return { value: id, title };
}

/** The same choices for a sentence. */
export function inlineOptions(choices: readonly Choice[]): readonly { readonly id: string; readonly title: string }[] {
  return choices.map(({ value, title }) => ({ id: plainText(value), title }));
}
