import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { describeRule, outcomesByValue, type TableWords, tableWords } from './decision-words.ts';
import { fill, fromTo, quoted, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';

const table = 'decisions/*';

/** Rules for what `decisionModel` gives. */
export const decisionRules: readonly Rule[] = [
  {
    at: 'decisions',
    added: (change) => wholeDecision(change, true),
    removed: (change) => wholeDecision(change, false),
  },
  {
    at: table,
    members: ['name'],
    say: ({ before, after, names }) =>
      fill('分派规则{one}改名为{other}', 'the decision {one} is now called {other}', {
        one: quoted(names.text(textIn(before['name']))),
        other: quoted(names.text(textIn(after['name']))),
      }),
  },
  {
    at: table,
    members: ['description'],
    say: ({ subject }) => fill('{subject}的说明改了', 'the description of {subject} changed', { subject }),
  },
  { at: table, members: ['rules', 'order'], say: (place) => tellRules(place) },
  { at: `${table}/inputs/*`, members: ['*'], say: (place) => tellColumn(place) },
  { at: `${table}/outputs/*`, members: ['*'], say: (place) => tellColumn(place) },
  { at: table, members: ['inputs', 'outputs', 'columns'], say: (place) => tellColumns(place) },
  {
    at: table,
    members: ['hitPolicy'],
    say: (place) => tellUnseen(place, { zh: '几条规则都符合时怎么办', en: 'what happens when several rules fit' }),
  },
  { at: table, members: ['*'], say: (place) => tellUnseen(place, { zh: '其他设置', en: 'other settings' }) },
  { at: '', members: ['*'], say: (place) => tellUnseen(place, { zh: '其他设置', en: 'other settings' }) },
];

function wholeDecision({ names, item }: ChangedItem, added: boolean): Words {
  const name = quoted(names.text(textIn(item['name'])));
  return added
    ? fill('文件里增加分派规则{name}', 'the file has a new decision {name}', { name })
    : fill('文件里去掉分派规则{name}', 'the decision {name} is gone from the file', { name });
}

/** By what comes out for each value where that can be worked out, else rule by rule. */
function tellRules(place: ChangedPlace): readonly Sentence[] {
  const words = tableWords(place.names, place.before, place.after);
  const [one, other] = [outcomesByValue(place.before), outcomesByValue(place.after)];
  const descriptions = place.differences
    .filter(({ path }) => path[2] === 'rules' && path[4] === 'description')
    .map(({ path, before, after }) => describedAnew(place, path[3] ?? '', before, after));
  const changes = one && other ? changedOutcomes(place, words, one, other) : changedRules(place, words);
  const unsaid = place.differences.filter(
    ({ path }) => path[2] === 'rules' && !['description', 'inputs', 'outputs', undefined].includes(path[4]),
  );
  const rest =
    unsaid.length === 0
      ? []
      : [tellUnseen({ ...place, differences: unsaid }, { zh: '规则的其他设置', en: 'other settings of its rules' })];
  const said = [...changes, ...descriptions, ...rest];
  return said.length > 0
    ? said
    : [
        fill('{subject}的写法有调整，分派结果不变', '{subject} is written differently; what comes out stays', {
          subject: place.subject,
        }),
      ];
}

function describedAnew(
  { subject }: ChangedPlace,
  rule: string,
  before: Json | undefined,
  after: Json | undefined,
): Words {
  const text = (value: Json | undefined): Words =>
    value === undefined ? { zh: '（没有）', en: '(none)' } : quoted(same(textIn(value)));
  return fromTo(
    fill('{subject}里一条规则的说明', 'the description of the rule {rule} of {subject}', { subject, rule: same(rule) }),
    text(before),
    text(after),
  );
}

type Outcomes = ReadonlyMap<string, JsonObject>;

/** Values that now come to something else, together where they do so alike. */
function changedOutcomes(
  { subject }: ChangedPlace,
  words: TableWords,
  one: Outcomes,
  other: Outcomes,
): readonly Sentence[] {
  const changed = [...new Set([...one.keys(), ...other.keys()])].flatMap((value) => {
    const was = one.get(value) ?? one.get('*');
    const is = other.get(value) ?? other.get('*');
    const what = outcomeChange(words, was, is);
    return what ? [{ value, what }] : [];
  });
  return [...Map.groupBy(changed, ({ what }) => what.zh).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const values = {
      zh: alike.map(({ value }) => words.input(value).zh).join(''),
      en: alike.map(({ value }) => words.input(value).en).join(', '),
    };
    return [fill('{subject}：{values}{what}', '{subject}: {values} {what}', { subject, values, what: first.what })];
  });
}

function outcomeChange(words: TableWords, was: JsonObject | undefined, is: JsonObject | undefined): Words | null {
  if (!was && !is) return null;
  if (!was && is) return fill('有了规则：{outcome}', 'now has a rule: {outcome}', { outcome: words.outcome(is) });
  if (was && !is) return { zh: '不再有规则', en: 'no longer has a rule' };
  const columns = Object.keys({ ...was, ...is }).filter((column) => was?.[column] !== is?.[column]);
  if (columns.length === 0) return null;
  const parts = columns.map((column) =>
    fromTo(
      fill('的{label}', '{label}', { label: words.label(column) }),
      words.value(column, was?.[column]),
      words.value(column, is?.[column]),
    ),
  );
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

function changedRules(place: ChangedPlace, words: TableWords): readonly Sentence[] {
  const { subject, before, after } = place;
  const rules = (side: JsonObject): JsonObject => (isJsonObject(side['rules']) ? side['rules'] : {});
  const [one, other] = [rules(before), rules(after)];
  const sentences = [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((id): readonly Sentence[] => {
    const [was, is] = [one[id], other[id]];
    const places = {
      subject,
      was: isJsonObject(was) ? describeRule(words, was) : same(''),
      is: isJsonObject(is) ? describeRule(words, is) : same(''),
    };
    if (!isJsonObject(was)) return [fill('{subject}增加规则：{is}', '{subject} has a new rule: {is}', places)];
    if (!isJsonObject(is)) return [fill('{subject}去掉规则：{was}', '{subject} no longer has the rule: {was}', places)];
    return places.was.zh === places.is.zh
      ? []
      : [
          fill(
            '{subject}的一条规则改为：{is}（原来是：{was}）',
            '{subject}: a rule is now: {is} (it was: {was})',
            places,
          ),
        ];
  });
  const order = (side: JsonObject, there: JsonObject): readonly string[] =>
    (isJsonArray(side['order']) ? side['order'].map(textIn) : []).filter((id) => there[id] !== undefined);
  const moved = order(before, other).join(' ') !== order(after, one).join(' ');
  return moved
    ? [...sentences, fill('{subject}里规则的先后改了', 'the rules of {subject} come in another order', { subject })]
    : sentences;
}

function tellColumn(place: ChangedPlace): readonly Sentence[] {
  const { subject, before, after, names } = place;
  const column = quoted(names.text(textIn(after['label']) || textIn(after['name']) || (place.path[3] ?? '')));
  const titles: { readonly [member: string]: Words } = {
    label: { zh: '名称', en: 'label' },
    name: { zh: '代号', en: 'name' },
    expression: { zh: '所看的内容', en: 'expression' },
    type: { zh: '类型', en: 'type' },
    allowed: { zh: '可选的值', en: 'allowed values' },
  };
  return [...new Set(place.differences.map(({ path }) => path[4] ?? ''))].map((member) => {
    const title = titles[member] ?? { zh: '其他设置', en: 'other settings' };
    const where = fill('{subject}的列{column}的{title}', 'the {title} of the column {column} of {subject}', {
      subject,
      column,
      title,
    });
    const text = (side: JsonObject): Words =>
      side[member] === undefined
        ? { zh: '（没有）', en: '(none)' }
        : quoted(same(typeof side[member] === 'string' ? side[member] : JSON.stringify(side[member])));
    return fromTo(where, text(before), text(after));
  });
}

/** Columns that came, went or changed places. */
function tellColumns(place: ChangedPlace): readonly Sentence[] {
  const { subject, names } = place;
  const said = place.differences.flatMap(({ path, before, after }): readonly Sentence[] => {
    if (path[2] === 'columns') return [];
    const item = isJsonObject(after) ? after : before;
    const column = quoted(
      names.text(
        isJsonObject(item) ? textIn(item['label']) || textIn(item['name']) || (path[3] ?? '') : (path[3] ?? ''),
      ),
    );
    return [
      after === undefined
        ? fill('{subject}去掉列{column}', '{subject} no longer has the column {column}', { subject, column })
        : fill('{subject}增加列{column}', '{subject} has a new column {column}', { subject, column }),
    ];
  });
  return said.length > 0
    ? said
    : [fill('{subject}里列的先后改了', 'the columns of {subject} come in another order', { subject })];
}

function tellUnseen(place: ChangedPlace, what: Words): Sentence {
  const write = (side: 'before' | 'after'): string =>
    JSON.stringify(
      Object.fromEntries(place.differences.map((one) => [one.path.slice(2).join(' · '), one[side] ?? null])),
      null,
      2,
    );
  return {
    ...fill('{subject}：{what}改了', '{subject}: {what} changed', { subject: place.subject, what }),
    expert: { before: write('before'), after: write('after') },
  };
}
