import {
  choicesOf,
  type Choice,
  itemsOf,
  ownValue,
  propertiesOf,
  requiredOf,
  textOf,
  without,
} from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { columnsOfMap, shapeOf } from './schema-shape.ts';
import { BEFORE_HINT } from './translate-schema.ts';

/** The choices of a source a schema names with `x-choices`; undefined for a source nobody knows. */
export type ChoicesOf = (source: string) => readonly Choice[] | undefined;

/** What writing a form schema needs to know besides the node. */
interface Writing {
  readonly choicesOf: ChoicesOf;
  /** Said of a value that is no longer among the choices. */
  readonly gone: (value: string) => string;
  /** Said under a list of texts: 一行写一个. */
  readonly linesHint: string;
}

/**
 * The schema of a form that asks a definition: its kind's schema inside our form profile, with the pack's own words as
 * choices. Ids of rows are not asked: people know things by their titles.
 *
 * @param values every value the node has in the definition, so that a reference to something that is gone stays in sight
 */
export function formSchema(written: JsonObject, values: readonly Json[], writing: Writing): JsonObject {
  // What hand-writers are told beside it is not for the screen.
  const node = without(written, 'markdownDescription');
  switch (shapeOf(node)) {
    case 'group':
      return groupSchema(node, values, writing);
    case 'rows': {
      const items = itemsOf(node) ?? {};
      const inside = formSchema(items, values.flatMap(itemsIn), writing);
      return { ...without(node, 'uniqueItems'), items: inside };
    }
    case 'choices': {
      const items = itemsOf(node) ?? {};
      return { ...node, items: withChoices(without(items, 'markdownDescription'), values.flatMap(itemsIn), writing) };
    }
    case 'lines':
      return linesSchema(node, writing);
    case 'map':
      return mapSchema(node, writing);
    case 'free':
      return { ...titled(node), type: 'string', maxLength: 500 };
    default:
      return withChoices(node, values, writing);
  }
}

function groupSchema(node: JsonObject, values: readonly Json[], writing: Writing): JsonObject {
  const asked = propertiesOf(node).filter(([name, child]) => {
    const shape = shapeOf(child);
    return name !== 'id' && shape !== 'special' && shape !== 'mark';
  });
  const names = asked.map(([name]) => name);
  return {
    ...titled(node),
    type: 'object',
    properties: Object.fromEntries(
      asked.map(([name, child]) => [
        name,
        formSchema(
          child,
          values.flatMap((value) => member(value, name)),
          writing,
        ),
      ]),
    ),
    required: requiredOf(node).filter((name) => names.includes(name) && !mayBeEmpty(propertiesOf(node), name)),
  };
}

/** A list that must be there may still be empty, which a form says by not requiring it. */
function mayBeEmpty(properties: readonly (readonly [string, JsonObject])[], name: string): boolean {
  const node = properties.find(([known]) => known === name)?.[1] ?? {};
  return ['choices', 'lines', 'map', 'rows'].includes(shapeOf(node)) && node['minItems'] === undefined;
}

function linesSchema(node: JsonObject, { linesHint }: Writing): JsonObject {
  const said = textOf(node, 'description');
  return {
    ...titled(node),
    description: said === undefined ? linesHint : said + BEFORE_HINT + linesHint,
    type: 'string',
    maxLength: 2000,
  };
}

function mapSchema(node: JsonObject, writing: Writing): JsonObject {
  const { key, value } = columnsOfMap(node);
  const items = {
    type: 'object',
    properties: { key: { ...titled(key), type: 'string', maxLength: 60 }, value: formSchema(value, [], writing) },
    required: ['key'],
  };
  return { ...titled(node), type: 'array', items };
}

function withChoices(node: JsonObject, values: readonly Json[], { choicesOf: offered, gone }: Writing): JsonObject {
  const source = textOf(node, 'x-choices');
  if (source === undefined) return withoutFormerChoices(node, values);
  const choices = offered(source) ?? [];
  const strangers = [...new Set(values)].filter(
    (value): value is string => typeof value === 'string' && choices.every((choice) => choice.value !== value),
  );
  const all: readonly Choice[] = [...choices, ...strangers.map((value) => ({ value, title: gone(value) }))];
  // Only what is needed for the choice: the pattern of an id is nothing people could mend.
  return {
    ...titled(node),
    type: 'string',
    oneOf: all.map(({ value, title, group }) => ({
      const: value,
      title,
      ...(group === undefined ? {} : { 'x-group': group }),
    })),
  };
}

/** Spellings that are still understood are not offered any more. */
function withoutFormerChoices(node: JsonObject, values: readonly Json[]): JsonObject {
  const options = node['oneOf'];
  if (choicesOf(node) === undefined || !isJsonArray(options)) return node;
  return {
    ...node,
    oneOf: options.filter(
      (one) => !isJsonObject(one) || one['deprecated'] !== true || values.includes(one['const'] ?? null),
    ),
  };
}

function titled(node: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => key === 'title' || key === 'description'));
}

function itemsIn(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : [];
}

function member(value: Json, name: string): readonly Json[] {
  const found = isJsonObject(value) ? ownValue(value, name) : undefined;
  return found === undefined ? [] : [found];
}
