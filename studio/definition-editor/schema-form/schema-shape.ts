import {
  choicesOf,
  itemsOf,
  ownObject,
  propertiesOf,
  textOf,
  typeOf,
} from '../../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

/**
 * How a value of a definition is asked in a form of our profile. `lines` is a list of texts, written one a line; `map`
 * an object whose keys people choose, asked as rows of two; `free` a text, a number or yes and no; `mark` a constant that
 * tells alternatives apart; `special` what no form can ask, for which an editor has a part of its own.
 */
export type SchemaShape = 'field' | 'choices' | 'lines' | 'rows' | 'group' | 'map' | 'free' | 'mark' | 'special';

/** The shape of a node of a kind's schema. */
export function shapeOf(node: JsonObject): SchemaShape {
  if (node['const'] !== undefined) return 'mark';
  switch (typeOf(node)) {
    case 'object':
      if (propertiesOf(node).length > 0) return 'group';
      return isFlat(ownObject(node, 'additionalProperties') ?? {}) ? 'map' : 'special';
    case 'array':
      return shapeOfList(node);
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
      return 'field';
    default:
      return node['oneOf'] === undefined && node['type'] === undefined ? 'free' : 'special';
  }
}

function shapeOfList(node: JsonObject): SchemaShape {
  const items = itemsOf(node);
  if (items === undefined) return 'special';
  if (typeOf(items) === 'object') return 'rows';
  if (typeOf(items) !== 'string') return 'special';
  return choicesOf(items) !== undefined || textOf(items, 'x-choices') !== undefined ? 'choices' : 'lines';
}

/** A value that fits into one cell of a row. */
function isFlat(node: JsonObject): boolean {
  const shape = shapeOf(node);
  return shape === 'free' || shape === 'lines' || shape === 'field';
}

/** The two columns of a map: what its keys and what its values are called. */
export function columnsOfMap(node: JsonObject): { readonly key: JsonObject; readonly value: JsonObject } {
  const key = ownObject(node, 'propertyNames') ?? {};
  return { key: { ...key, type: 'string' }, value: ownObject(node, 'additionalProperties') ?? {} };
}
