import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { VariableWords } from './expression-words.ts';
import { fill, listed, quoted, same, type Words } from './sentence.ts';

/** What a question of the form is called and what its answers are, by path. */
export type FieldTitles = (path: string) => VariableWords;

/**
 * A rule of a form in words: `「类别」是「环境卫生」时，「照片」必填`. A rule of another shape is shown as it is written.
 */
export function ruleWords(titles: FieldTitles, rule: Json): Words {
  if (!isJsonObject(rule) || !isJsonObject(rule['when'])) return same(JSON.stringify(rule));
  const { when } = rule;
  const fields = (list: Json | undefined): Words =>
    listed(isJsonArray(list) ? list.map((path) => quoted(titles(textIn(path)).title)) : []);
  const then = [
    ...(rule['show'] === undefined ? [] : [fill('才问{fields}', '{fields} asked', { fields: fields(rule['show']) })]),
    ...(rule['require'] === undefined
      ? []
      : [fill('{fields}必填', '{fields} required', { fields: fields(rule['require']) })]),
  ];
  return fill('{when}时，{what}', 'when {when}: {what}', {
    when: whenWords(titles, when),
    what: { zh: then.map(({ zh }) => zh).join('，'), en: then.map(({ en }) => en).join(', ') },
  });
}

function whenWords(titles: FieldTitles, when: JsonObject): Words {
  const groups = [
    [when['all'], '，并且', ' and '],
    [when['any'], '，或者', ' or '],
  ] as const;
  const said = groups.flatMap(([list, zh, en]) => {
    if (!isJsonArray(list)) return [];
    const conditions = list.map((condition) => conditionWords(titles, condition));
    return [{ zh: conditions.map((one) => one.zh).join(zh), en: conditions.map((one) => one.en).join(en) }];
  });
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}

function conditionWords(titles: FieldTitles, condition: Json): Words {
  if (!isJsonObject(condition)) return same(JSON.stringify(condition));
  const field = titles(textIn(condition['field']));
  const title = quoted(field.title);
  const value = (one: Json): Words => {
    if (typeof one === 'boolean') return one ? { zh: '「是」', en: 'yes' } : { zh: '「否」', en: 'no' };
    const known = field.value(one);
    return known ? quoted(known) : same(typeof one === 'string' ? `「${one}」` : JSON.stringify(one));
  };
  const { equals } = condition;
  if (typeof equals === 'boolean')
    return fill(equals ? '{title}选“是”' : '{title}选“否”', equals ? '{title} is yes' : '{title} is no', { title });
  if (equals !== undefined) return fill('{title}是{value}', '{title} is {value}', { title, value: value(equals) });
  if (isJsonArray(condition['in']))
    return fill('{title}是{values}之一', '{title} is one of {values}', {
      title,
      values: listed(condition['in'].map(value)),
    });
  const { not, contains, group } = condition;
  if (not !== undefined) return fill('{title}不是{value}', '{title} is not {value}', { title, value: value(not) });
  if (contains !== undefined)
    return fill('{title}里有{value}', '{title} contains {value}', { title, value: value(contains) });
  if (typeof group === 'string')
    return fill('{title}是「{group}」这一类', '{title} is one of "{group}"', { title, group: same(group) });
  if (condition['filled'] === true) return fill('填了{title}', '{title} is filled in', { title });
  return same(JSON.stringify(condition));
}
