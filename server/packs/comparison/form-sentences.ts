import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { alignLists } from './align-lists.ts';
import { ruleWords, type FieldTitles } from './form-rule-words.ts';
import { questionTitles } from './form-titles.ts';
import type { Names } from './names.ts';
import { choiceTitle, named } from './process-words.ts';
import { fill, fromTo, listed, quoted, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';
import { tellPlainly } from './tell-plainly.ts';

/** Rules for what `formModel` gives. */
export const formRules: readonly Rule[] = [
  { at: 'fields', added: (change) => tellAdded(change), removed: (change) => tellRemoved(change) },
  { at: 'fields/*', members: ['title'], say: (place) => tellTitle(place) },
  { at: 'fields/*', members: ['required'], say: (place) => tellRequired(place) },
  { at: 'fields/*', members: ['*'], say: (place) => tellField(place) },
  { at: '', members: ['order'], say: (place) => tellOrder(place) },
  { at: '', members: ['rules'], say: (place) => tellRules(place) },
  { at: '', members: ['rights'], say: (place) => tellRights(place) },
];

/** What a new form asks. */
export function formSummary(names: Names, model: JsonObject): Words {
  return listed(objects(model['fields']).map(([name, field]) => quoted(names.text(textIn(field['title']) || name))));
}

function objects(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  return isJsonObject(value)
    ? Object.entries(value).flatMap(([name, member]) => (isJsonObject(member) ? [[name, member] as const] : []))
    : [];
}

/** `表单「报事件」里「照片」`. */
function fieldSubject(names: Names, form: Words, name: string, field: JsonObject): Words {
  return fill('{form}里{field}', '{form}, {field}', {
    form,
    field: quoted(names.text(textIn(field['title']) || name)),
  });
}

function fieldPlace(place: ChangedPlace): Words {
  return fieldSubject(place.names, formOf(place), place.path[1] ?? '', place.after);
}

/** The form itself: a rule's place is called after the question. */
function formOf({ names, trail }: ChangedPlace): Words {
  const form = trail[0]?.after;
  const title = isJsonObject(form) ? textIn(form['title']) : '';
  return fill('表单{title}', 'the form {title}', { title: quoted(names.text(title)) });
}

function tellAdded({ names, subject, item, path, trail }: ChangedItem): Words {
  const name = path[1] ?? '';
  const form = trail[0]?.after;
  const order = isJsonObject(form) && isJsonArray(form['order']) ? form['order'].map(textIn) : [];
  const fields = Object.fromEntries(objects(isJsonObject(form) ? form['fields'] : undefined));
  const upper = order[order.indexOf(name) - 1];
  const title = fields[upper ?? ''];
  return fill(
    `{subject}增加题目{field}（{required}），排在${upper === undefined ? '最前' : '{upper}之后'}`,
    `{subject} asks a new question {field} ({required}), ${upper === undefined ? 'first of all' : 'after {upper}'}`,
    {
      subject,
      field: quoted(names.text(textIn(item['title']) || name)),
      required: item['required'] === true ? { zh: '必填', en: 'required' } : { zh: '选填', en: 'optional' },
      upper: quoted(names.text(title ? textIn(title['title']) : (upper ?? ''))),
    },
  );
}

function tellRemoved({ names, subject, item, path }: ChangedItem): Words {
  return fill('{subject}去掉题目{field}', '{subject} no longer asks {field}', {
    subject,
    field: quoted(names.text(textIn(item['title']) || (path[1] ?? ''))),
  });
}

function tellTitle(place: ChangedPlace): Words {
  const { names, before, after } = place;
  return fill('{form}里题目{one}改为{other}', '{form}: the question {one} now reads {other}', {
    form: formOf(place),
    one: quoted(names.text(textIn(before['title']))),
    other: quoted(names.text(textIn(after['title']))),
  });
}

function tellRequired(place: ChangedPlace): Words {
  return fill(
    place.after['required'] === true ? '{field}改为必填' : '{field}改为选填',
    place.after['required'] === true ? '{field} is required now' : '{field} is optional now',
    { field: fieldPlace(place) },
  );
}

function tellField(place: ChangedPlace): readonly Sentence[] {
  const told = { names: place.names, schema: questionTitles, subject: fieldPlace(place) };
  return place.differences.map((difference) =>
    tellPlainly(told, { ...difference, path: difference.path.slice(2), trail: difference.trail.slice(2) }),
  );
}

/** Only the order of the questions that stayed: where a new one stands is said with it. */
function tellOrder({ names, before, after, subject }: ChangedPlace): readonly Words[] {
  const [one, other] = [textsIn(before['order']), textsIn(after['order'])];
  const [stayed, stayedNow] = [one.filter((name) => other.includes(name)), other.filter((name) => one.includes(name))];
  if (stayed.every((name, index) => name === stayedNow[index])) return [];
  const title = fieldTitles(names, after);
  return [
    fill('{subject}题目的先后改为 {order}', '{subject} now asks in this order: {order}', {
      subject,
      order: listed(other.map((name) => quoted(title(name).title))),
    }),
  ];
}

function textsIn(list: Json | undefined): readonly string[] {
  return isJsonArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function fieldTitles(names: Names, form: JsonObject): FieldTitles {
  return (path) => {
    const [first = '', ...deeper] = path.split('.');
    let node: JsonObject = Object.fromEntries(objects(form['fields']))[first] ?? {};
    for (const name of deeper) node = Object.fromEntries(objects(node['properties']))[name] ?? {};
    return {
      title: names.text(textIn(node['title']) || path),
      value: (value) => choiceTitle(names, node, value) ?? named(names, value),
    };
  };
}

function tellRules(place: ChangedPlace): readonly Sentence[] {
  const { names, subject } = place;
  const [one, other] = [itemsOf(place.before['rules']), itemsOf(place.after['rules'])];
  const [was, is] = [fieldTitles(names, place.before), fieldTitles(names, place.after)];
  return alignLists(one.map(canonicalJson), other.map(canonicalJson)).flatMap((pair): readonly Sentence[] => {
    const lost = pair.before === null ? null : (one[pair.before] ?? null);
    const gained = pair.after === null ? null : (other[pair.after] ?? null);
    if (lost !== null && gained !== null && canonicalJson(lost) === canonicalJson(gained)) return [];
    const places = { subject, was: ruleWords(was, lost), is: ruleWords(is, gained) };
    if (lost === null) return [fill('{subject}增加规定：{is}', '{subject} has a new rule: {is}', places)];
    if (gained === null) return [fill('{subject}去掉规定：{was}', '{subject} no longer has the rule: {was}', places)];
    const words = fill(
      '{subject}的规定改为：{is}（原来是：{was}）',
      '{subject}: a rule is now: {is} (it was: {was})',
      places,
    );
    return [
      places.was.zh === places.is.zh
        ? { ...words, expert: { before: JSON.stringify(lost, null, 2), after: JSON.stringify(gained, null, 2) } }
        : words,
    ];
  });
}

function itemsOf(list: Json | undefined): readonly Json[] {
  return isJsonArray(list) ? list : list === undefined ? [] : [list];
}

const rightNames: { readonly [right: string]: Words } = {
  edit: { zh: '可填', en: 'editable' },
  read: { zh: '只看', en: 'read-only' },
  hide: { zh: '看不到', en: 'hidden' },
  require: { zh: '必填', en: 'required' },
};

function tellRights({ names, subject, before, after }: ChangedPlace): readonly Words[] {
  const [one, other] = [rightsOf(before), rightsOf(after)];
  const title = fieldTitles(names, after);
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [was, is] = [one.get(key) ?? 'edit', other.get(key) ?? 'edit'];
    if (one.get(key) === other.get(key)) return [];
    const [step = '', field = ''] = key.split(' ');
    const where = fill('{subject}在{step}，{field}', '{subject}, at {step}: {field}', {
      subject,
      step: step === '*' ? { zh: '每一步', en: 'every step' } : quoted(names.of('steps', step)),
      field: quoted(title(field).title),
    });
    return [fromTo(where, rightNames[was] ?? same(was), rightNames[is] ?? same(is))];
  });
}

/** Rights by step and field. */
function rightsOf(form: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    objects(form['rights']).flatMap(([step, fields]) =>
      Object.entries(fields).map(([field, right]) => [`${step} ${field}`, textIn(right)] as const),
    ),
  );
}
