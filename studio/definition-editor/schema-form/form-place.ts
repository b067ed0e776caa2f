import { pointerOf, pointerTokens } from '../../../server/kernel/forms/json-pointer.ts';
import { itemsOf, propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { shapeOf } from './schema-shape.ts';

/**
 * Where in its form a place of a definition is asked: a place inside a list of texts is the box of the list, a key of a
 * map is its row. Empty when the form does not ask it.
 *
 * @param pointer JSON pointer into the definition
 */
export function formPlace(node: JsonObject, value: Json, pointer: string): string {
  const way: (string | number)[] = [];
  let [schema, here]: [JsonObject, Json] = [node, value];
  for (const token of pointerTokens(pointer)) {
    const next = stepInto(schema, here, token);
    if (next === null) break;
    way.push(next.step);
    [schema, here] = [next.schema, next.value];
  }
  return pointerOf(way);
}

interface Step {
  readonly step: string | number;
  readonly schema: JsonObject;
  readonly value: Json;
}

function stepInto(schema: JsonObject, value: Json, token: string): Step | null {
  const shape = shapeOf(schema);
  if (shape === 'group') {
    const inside = propertyOf(schema, token);
    if (inside === undefined || shapeOf(inside) === 'special' || shapeOf(inside) === 'mark' || token === 'id')
      return null;
    return { step: token, schema: inside, value: isJsonObject(value) ? (value[token] ?? null) : null };
  }
  if (shape === 'rows') {
    const items = Array.isArray(value) ? (value as readonly Json[]) : [];
    return { step: Number(token), schema: itemsOf(schema) ?? {}, value: items[Number(token)] ?? null };
  }
  if (shape !== 'map' || !isJsonObject(value)) return null;
  const row = Object.keys(value).indexOf(token);
  return row === -1 ? null : { step: row, schema: { type: 'string' }, value: null };
}
