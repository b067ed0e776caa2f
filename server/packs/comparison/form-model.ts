import { inWrittenOrder } from '../../kernel/forms/effective-ui.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { present } from './model-tree.ts';

/**
 * A form as people see it: questions with what the schema and the presentation say of each, in the order in which they
 * are asked; rules, rights and blocks beside them. Whatever belongs to no question stays under `other`.
 */
export function formModel(form: JsonObject): JsonObject {
  const { schema, ui, ...rest } = form;
  if (!isJsonObject(schema) || !isJsonObject(ui) || !isJsonObject(schema['properties'])) return form;
  const { properties, required, ...other } = schema;
  const names = Object.keys(properties);
  const must = isJsonArray(required) ? required : [];
  const { 'ui:order': order, 'ui:sections': sections, ...presentation } = ui;
  const presented: { [name: string]: Json } = { ...presentation };
  const fields = names.map((name) => {
    const node = properties[name] ?? null;
    const { [name]: shown } = presented;
    delete presented[name];
    if (!isJsonObject(node)) return [name, node] as const;
    return [name, present({ ...node, required: must.includes(name) ? true : undefined, ui: shown })] as const;
  });
  return {
    ...rest,
    fields: Object.fromEntries(fields),
    order: orderOf(schema, ui),
    ...(sections === undefined ? {} : { sections }),
    other: present({
      schema: other,
      ui: presented,
      // Names nobody asks for: they order and require nothing, but they are there.
      order: strangers(order, [...names, '*']),
      required: strangers(required, names),
    }),
  };
}

function orderOf(schema: JsonObject, ui: JsonObject): Json {
  const ordered = inWrittenOrder(schema, ui)['properties'];
  return isJsonObject(ordered) ? Object.keys(ordered) : [];
}

function strangers(list: Json | undefined, names: readonly string[]): Json | undefined {
  if (list === undefined) return undefined;
  if (!isJsonArray(list)) return list;
  const strange = list.filter((name) => typeof name !== 'string' || !names.includes(name));
  return strange.length === 0 ? undefined : strange;
}
