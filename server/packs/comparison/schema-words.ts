import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Names, NamedThing } from './names.ts';
import { fill, listed, quoted, same, type Words } from './sentence.ts';

/** A value with the schema that says in Chinese what it is. */
export interface Stand {
  readonly schema: JsonObject;
  readonly value: Json | undefined;
}

/** Where a segment of a path leads: a member of an object, an item of a list. */
export function below(stand: Stand, segment: string, item: Json | undefined): JsonObject {
  const { schema, value } = stand;
  if (isJsonArray(value)) {
    const first = schema['prefixItems'];
    const placed = isJsonArray(first) ? first[Number(segment)] : undefined;
    return resolved(isJsonObject(placed) ? placed : objectIn(schema, 'items'), item);
  }
  const properties = objectIn(schema, 'properties');
  const named = Object.hasOwn(properties, segment) ? properties[segment] : undefined;
  return resolved(isJsonObject(named) ? named : objectIn(schema, 'additionalProperties'), item);
}

function objectIn(schema: JsonObject, name: string): JsonObject {
  const found = schema[name];
  return isJsonObject(found) ? found : {};
}

/** Of alternatives the first that knows all members of the value. */
function resolved(schema: JsonObject, value: Json | undefined): JsonObject {
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

/** What a member is called: its title in the schema, and its own name as English words (`noticeDaysBefore`). */
export function memberTitle(schema: JsonObject, segment: string): Words {
  const title = textIn(schema['title']);
  return { zh: title === '' ? segment : title, en: englishOf(segment) };
}

/** `noticeDaysBefore` → `notice days before`. */
function englishOf(segment: string): string {
  return segment.replaceAll(/([a-z])([A-Z])/g, (_whole, one: string, other: string) => `${one} ${other.toLowerCase()}`);
}

const absent: Words = { zh: '（没有）', en: '(none)' };

/** A value as people say it: choices by their titles, ids by what they stand for, an amount with its unit. */
export function valueWords(names: Names, schema: JsonObject, value: Json | undefined): Words {
  if (value === undefined || value === null) return absent;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number') return choiceWords(schema, value) ?? same(String(value));
  if (typeof value === 'string') return textWords(names, schema, value);
  if (isJsonArray(value))
    return listed(value.map((item, index) => valueWords(names, below({ schema, value }, String(index), item), item)));
  return amountWords(value) ?? membersWords(names, schema, value);
}

function textWords(names: Names, schema: JsonObject, value: string): Words {
  const choice = choiceWords(schema, value);
  if (choice) return choice;
  const source = textIn(schema['x-choices']).split(':')[0] ?? '';
  const name = source === '' ? null : names.known(source as NamedThing, value);
  if (name) return quoted(name);
  return value === '' ? { zh: '（空）', en: '(empty)' } : quoted(names.text(value));
}

function membersWords(names: Names, schema: JsonObject, value: JsonObject): Words {
  const members = Object.entries(value).map(([name, member]) => {
    const inner = below({ schema, value }, name, member);
    return fill('{title} {value}', '{title} {value}', {
      title: memberTitle(inner, name),
      value: valueWords(names, inner, member),
    });
  });
  if (members.length === 0) return absent;
  return { zh: members.map(({ zh }) => zh).join('，'), en: members.map(({ en }) => en).join(', ') };
}

const units: { readonly [unit: string]: Words } = {
  minutes: { zh: '分钟', en: 'minute' },
  hours: { zh: '个小时', en: 'hour' },
  days: { zh: '天', en: 'day' },
  workingHours: { zh: '个工作时', en: 'working hour' },
  workingDays: { zh: '个工作日', en: 'working day' },
};

/** `3 个工作日`; null when the value is no amount. */
export function amountWords(value: Json | undefined): Words | null {
  if (!isJsonObject(value) || Object.keys(value).some((name) => name !== 'amount' && name !== 'unit')) return null;
  const unit = units[textIn(value['unit'])];
  const { amount } = value;
  return unit && typeof amount === 'number'
    ? { zh: `${amount} ${unit.zh}`, en: `${amount} ${unit.en}${amount === 1 ? '' : 's'}` }
    : null;
}

function choiceWords(schema: JsonObject, value: string | number): Words | null {
  const choices = schema['oneOf'];
  const chosen = isJsonArray(choices)
    ? choices.find((choice) => isJsonObject(choice) && choice['const'] === value)
    : undefined;
  return isJsonObject(chosen) && typeof chosen['title'] === 'string'
    ? { zh: chosen['title'], en: englishOf(String(value)).replaceAll('-', ' ') }
    : null;
}
