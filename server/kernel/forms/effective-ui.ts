import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { controlOf, isPluginWidget, widgetWord } from './form-control.ts';
import { itemsOf, ownObject, propertiesOf, propertyOf, requiredOf, without } from './schema-node.ts';

/**
 * Puts the properties of every object into the order of its `ui:order` (names it leaves out follow, or stand where `*`
 * is), so that screens, lists and stories agree and RJSF needs no `ui:order`, which it refuses when it does not fit.
 */
export function inWrittenOrder(schema: JsonObject, ui: JsonObject): JsonObject {
  const properties = propertiesOf(schema);
  if (properties.length === 0) return schema;
  const order = ui['ui:order'];
  const names = properties.map(([name]) => name);
  const ordered = isJsonArray(order) ? placed(names, order) : names;
  return {
    ...schema,
    properties: Object.fromEntries(
      ordered.map((name) => [name, orderedField(propertyOf(schema, name) ?? {}, ownObject(ui, name) ?? {})]),
    ),
  };
}

function placed(names: readonly string[], order: readonly Json[]): readonly string[] {
  const named = order.filter((name): name is string => typeof name === 'string' && names.includes(name));
  const rest = names.filter((name) => !named.includes(name));
  const star = order.indexOf('*');
  if (star === -1) return [...named, ...rest];
  const before = named.filter((name) => order.indexOf(name) < star);
  return [...before, ...rest, ...named.filter((name) => !before.includes(name))];
}

function orderedField(node: JsonObject, ui: JsonObject): JsonObject {
  const items = itemsOf(node);
  if (items === undefined) return inWrittenOrder(node, ui);
  return { ...node, items: inWrittenOrder(items, ownObject(ui, 'items') ?? {}) };
}

/**
 * The uiSchema of the fields that are left at a step: one `ui:widget` of ours for each, `properties` as the schema has
 * them so that it can be walked alongside, sections without the fields that are hidden.
 *
 * @param mustAnswer whether a field is required always or at times
 */
export function effectiveUi(schema: JsonObject, ui: JsonObject, mustAnswer: (path: string) => boolean): JsonObject {
  return { ...without(uiBelow(schema, ui, mustAnswer, ''), 'ui:sections'), ...sectionsOf(schema, ui) };
}

function uiBelow(
  schema: JsonObject,
  ui: JsonObject,
  mustAnswer: (path: string) => boolean,
  prefix: string,
): JsonObject {
  const own = Object.fromEntries(Object.entries(ui).filter(([name]) => name.startsWith('ui:') && name !== 'ui:order'));
  const children = propertiesOf(schema).map(
    ([name, child]) => [name, fieldUi(child, ownObject(ui, name) ?? {}, mustAnswer, prefix + name)] as const,
  );
  return { ...own, ...Object.fromEntries(children) };
}

function fieldUi(node: JsonObject, ui: JsonObject, mustAnswer: (path: string) => boolean, path: string): JsonObject {
  const control = controlOf(node, ui, mustAnswer(path));
  if (control === 'group') return uiBelow(node, ui, mustAnswer, `${path}.`);
  if (control === 'rows') {
    const items = itemsOf(node) ?? {};
    const inRow = (inner: string): boolean => requiredOf(items).includes(inner);
    return { ...without(ui, 'ui:widget', 'ui:order'), items: uiBelow(items, ownObject(ui, 'items') ?? {}, inRow, '') };
  }
  if (control === 'other') return without(ui, 'ui:widget');
  const own = { ...withoutWidgetOption(ui), 'ui:widget': control };
  const word = widgetWord(ui);
  // A plugin's control stands in for the ordinary one, which is drawn where the plugin is missing or fails.
  if (word === undefined || !isPluginWidget(word, node)) return own;
  const options = { ...ownObject(own, 'ui:options'), plugin: word, ordinary: control };
  return { ...own, 'ui:widget': 'plugin', 'ui:options': options };
}

function withoutWidgetOption(ui: JsonObject): JsonObject {
  const options = ownObject(ui, 'ui:options');
  return options === undefined ? ui : { ...ui, 'ui:options': without(options, 'widget') };
}

function sectionsOf(schema: JsonObject, ui: JsonObject): JsonObject {
  const sections = ui['ui:sections'];
  if (!isJsonArray(sections)) return {};
  const left = sections.filter(isJsonObject).map((section) => {
    const fields = isJsonArray(section['fields']) ? section['fields'] : [];
    return {
      ...section,
      fields: fields.filter((name) => typeof name === 'string' && propertyOf(schema, name) !== undefined),
    };
  });
  return { 'ui:sections': left.filter((section) => section.fields.length > 0) };
}
