import type { JsonObject } from '../json.ts';
import { choicesOf, itemsOf, numberOf, ownObject, propertiesOf, typeOf } from './schema-node.ts';

const limits = { text: 200, longText: 2000, photoId: 64, rows: 50, photos: 9 };

/**
 * No text or list without an end: what a pack left open gets a limit by its control. A switch nobody touched answers
 * "no", so it gets that as its default.
 *
 * @param ui the effective ui of the same object, with a `ui:widget` for each field
 */
export function withDefaultLimits(schema: JsonObject, ui: JsonObject): JsonObject {
  const properties = propertiesOf(schema);
  if (properties.length === 0) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(properties.map(([name, node]) => [name, limited(node, ownObject(ui, name) ?? {})])),
  };
}

function limited(node: JsonObject, ui: JsonObject): JsonObject {
  switch (typeOf(node)) {
    case 'string':
      return limitedText(node, ui['ui:widget'] === 'textarea' ? limits.longText : limits.text);
    case 'boolean':
      return ui['ui:widget'] === 'switch' && node['default'] === undefined ? { ...node, default: false } : node;
    case 'array':
      return limitedList(node, ui);
    case 'object':
      return withDefaultLimits(node, ui);
    default:
      return node;
  }
}

function limitedText(node: JsonObject, most: number): JsonObject {
  const ends = choicesOf(node) !== undefined || node['enum'] !== undefined || node['const'] !== undefined;
  return ends || numberOf(node, 'maxLength') !== undefined ? node : { ...node, maxLength: most };
}

function limitedList(node: JsonObject, ui: JsonObject): JsonObject {
  const photos = ui['ui:widget'] === 'photos';
  const items = itemsOf(node);
  const choices = items === undefined ? undefined : choicesOf(items);
  const maxItems = numberOf(node, 'maxItems') ?? choices?.length ?? (photos ? limits.photos : limits.rows);
  if (items === undefined) return { ...node, maxItems };
  const inner = photos ? limitedText(items, limits.photoId) : limited(items, ownObject(ui, 'items') ?? {});
  return { ...node, maxItems, items: inner, ...(choices === undefined ? {} : { uniqueItems: true }) };
}
