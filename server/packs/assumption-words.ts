import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';
import { segmentOf } from './checks/json-places.ts';

/** An assumed value as a street office would say it. */
export interface AssumptionWords {
  /** What kind of definition it is in: 岗位配置, 办理时限. */
  readonly definition: string;
  /** Which value, and what it is: 网格管理员 · 最多人数：2. */
  readonly what: string;
}

/** Titles of things that files name by id: posts, areas, limits, categories. */
export type TitleOf = (id: string) => string | undefined;

/**
 * Says a place in a JSON file of a pack in words: the titles come from the file's schema, which is in Chinese, and from
 * the definitions themselves.
 *
 * @param schema the JSON Schema of the file's kind
 * @param root the file
 * @param place JSON pointer, with ids or numbers for the items of lists
 */
export function wordsOfJsonPlace(schema: JsonObject, root: Json, place: string, titleOf: TitleOf): AssumptionWords {
  const subjects: string[] = own(root, ['title', 'name']);
  let at: Stand = { schema, value: root };
  let parent: Stand = at;
  let title = '';
  for (const segment of place.split('/').filter((part) => part !== '')) {
    const next = step(at.schema, at.value, segment);
    if (!next) break;
    [parent, at] = [at, next];
    title = typeof at.schema['title'] === 'string' ? at.schema['title'] : segment;
    if (isJsonObject(at.value)) subjects.push(...own(at.value, ['title', 'name']));
  }
  const subject = [...new Set(subjects)].join(' · ');
  const said =
    isJsonObject(at.value) && Object.keys(at.value).length > 4
      ? ''
      : (amountWords(parent, place) ?? valueWords(at.schema, at.value, titleOf));
  const value =
    at.value === subject.split(' · ').at(-1)
      ? title
      : `${title}：${said === subject.split(' · ').at(-1) ? JSON.stringify(at.value) : said}`;
  return {
    definition: textIn(schema['title']),
    what: [subject, isJsonObject(at.value) && said === '' ? '' : value].filter((part) => part !== '').join(' · '),
  };
}

/** Says an element of a BPMN or DMN file in words: its name, or what a rule is described as. */
export function wordsOfXmlElement(definition: string, xml: string, id: string): AssumptionWords {
  const escaped = id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const described = new RegExp(`id="${escaped}"[^>]*>\\s*<(?:\\w+:)?description>([^<]*)<`).exec(xml)?.[1];
  const named = new RegExp(`id="${escaped}"[^>]*\\sname="([^"]*)"`).exec(xml)?.[1];
  return { definition, what: described?.trim() ?? named ?? id };
}

/** A value on the way, with its schema. */
interface Stand {
  readonly schema: JsonObject;
  readonly value: Json;
}

/** A number that only means something with the unit beside it: 4 个工作时. */
function amountWords(parent: Stand, place: string): string | null {
  const sayable = place.endsWith('/amount') && isJsonObject(parent.value) && typeof parent.value['unit'] === 'string';
  return sayable
    ? valueWords(
        parent.schema,
        { amount: parent.value['amount'] ?? 0, unit: parent.value['unit'] ?? '' },
        () => undefined,
      )
    : null;
}

function step(schema: JsonObject, value: Json, segment: string): Stand | null {
  if (isJsonArray(value)) {
    const item = value.find((candidate, index) => segmentOf(candidate, index) === segment) ?? value[Number(segment)];
    const items = schema['items'];
    return item === undefined ? null : { value: item, schema: isJsonObject(items) ? resolved(items, item) : {} };
  }
  const member = isJsonObject(value) ? value[segment] : undefined;
  if (member === undefined) return null;
  const properties = schema['properties'];
  const named = isJsonObject(properties) ? properties[segment] : undefined;
  const rest = schema['additionalProperties'];
  const found = isJsonObject(named) ? named : isJsonObject(rest) ? rest : {};
  return { value: member, schema: resolved(found, member) };
}

/** Of alternatives the first that knows all members of the value. */
function resolved(schema: JsonObject, value: Json): JsonObject {
  const branches = schema['oneOf'];
  if (!isJsonArray(branches) || !isJsonObject(value)) return schema;
  const fits = branches.find(
    (branch) =>
      isJsonObject(branch) &&
      isJsonObject(branch['properties']) &&
      Object.keys(value).every((name) => Object.hasOwn(branch['properties'] as JsonObject, name)),
  );
  return isJsonObject(fits) ? { ...fits, title: schema['title'] ?? fits['title'] ?? '' } : schema;
}

function valueWords(schema: JsonObject, value: Json, titleOf: TitleOf): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return choiceTitle(schema, value) ?? titleOf(value) ?? value;
  if (isJsonArray(value)) {
    const items = schema['items'];
    return value.map((item) => valueWords(isJsonObject(items) ? resolved(items, item) : {}, item, titleOf)).join('、');
  }
  if (!isJsonObject(value)) return '';
  const { amount, unit } = value;
  const amountSchema = step(schema, value, 'unit');
  if (typeof amount === 'number' && typeof unit === 'string')
    return `${amount} 个${choiceTitle(amountSchema?.schema ?? {}, unit) ?? unit}`;
  return Object.keys(value)
    .filter((name) => name !== 'id')
    .flatMap((name) => {
      const member = step(schema, value, name);
      return member && typeof member.schema['title'] === 'string'
        ? [`${member.schema['title']} ${valueWords(member.schema, member.value, titleOf)}`]
        : [];
    })
    .join('，');
}

function choiceTitle(schema: JsonObject, value: string): string | undefined {
  const choices = schema['oneOf'];
  const chosen = isJsonArray(choices)
    ? choices.find((choice) => isJsonObject(choice) && choice['const'] === value)
    : undefined;
  return isJsonObject(chosen) && typeof chosen['title'] === 'string' ? chosen['title'] : undefined;
}

function own(value: Json, names: readonly string[]): string[] {
  if (!isJsonObject(value)) return [];
  const found = names.map((name) => value[name]).find((text) => typeof text === 'string');
  return typeof found === 'string' ? [found] : [];
}
