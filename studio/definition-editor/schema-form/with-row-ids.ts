import { itemsOf, ownValue, propertiesOf, propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { freeId } from '../json-edit.ts';

/** Gives every row that has none an id of its own, where the schema of the rows has ids: `stage-2`. */
export function withRowIds(schema: JsonObject, value: JsonObject): JsonObject {
  const members = propertiesOf(schema).flatMap(([name, node]) => {
    const rows = ownValue(value, name);
    const items = itemsOf(node);
    if (!isJsonArray(rows) || items === undefined || propertyOf(items, 'id') === undefined) return [];
    return [[name, identified(rows, name.replace(/s$/, ''))] as const];
  });
  return members.length === 0 ? value : { ...value, ...Object.fromEntries(members) };
}

function identified(rows: readonly Json[], base: string): readonly Json[] {
  const used = new Set(rows.flatMap((row) => (isJsonObject(row) && typeof row['id'] === 'string' ? [row['id']] : [])));
  return rows.map((row) => {
    if (!isJsonObject(row) || typeof row['id'] === 'string') return row;
    const id = freeId(base, used);
    used.add(id);
    return { id, ...row };
  });
}
