import { isJsonArray, isJsonObject, textIn, type Json } from '../../kernel/json.ts';
import type { Names } from './names.ts';
import { fill, fromTo, listed, quoted, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for ledgers: what they list are questions of their form. */
export const ledgerRules: readonly Rule[] = [
  { at: '', members: ['columns'], say: (place) => tellFields(place, 'columns', { zh: '列表里的列', en: 'columns' }) },
  {
    at: '',
    members: ['search'],
    say: (place) => tellFields(place, 'search', { zh: '能找的内容', en: 'searched fields' }),
  },
  {
    at: '',
    members: ['key'],
    say: (place) => tellFields(place, 'key', { zh: '认出同一条的内容', en: 'identifying fields' }),
  },
];

function tellFields({ names, subject, before, after }: ChangedPlace, member: string, what: Words): Words | null {
  const title = (side: typeof before): Words => titles(names, textIn(side['form']), side[member]);
  const [one, other] = [title(before), title(after)];
  return one.zh === other.zh
    ? null
    : fromTo(fill('{subject}{what}', '{subject}: {what}', { subject, what }), one, other);
}

function titles(names: Names, form: string, fields: Json | undefined): Words {
  const schema = names.form(form)?.['schema'];
  const questions = isJsonObject(schema) && isJsonObject(schema['properties']) ? schema['properties'] : {};
  const list = isJsonArray(fields) ? fields.map(textIn) : [];
  return listed(
    list.map((field) => {
      const question = questions[field];
      return quoted(names.text((isJsonObject(question) ? textIn(question['title']) : '') || field));
    }),
  );
}
