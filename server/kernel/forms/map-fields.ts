import type { JsonObject } from '../json.ts';
import { propertiesOf, propertyOf, requiredOf, typeOf, without } from './schema-node.ts';

/** What `mapFields` does with each field outside of tables. */
export interface FieldMapping {
  /** The field's next schema, or null to leave it out. Groups are asked before what they hold. */
  readonly field: (path: string, node: JsonObject) => JsonObject | null;
  /** Whether the field is required afterwards; absent: as before. */
  readonly required?: (path: string, before: boolean) => boolean;
}

/**
 * Rebuilds an object schema field by field, through groups but not into the rows of tables: the one way in which rights,
 * rules and visibility change a schema. What an object requires besides its own properties stays.
 *
 * @param prefix path of the object itself with a trailing dot, empty at the root
 */
export function mapFields(node: JsonObject, mapping: FieldMapping, prefix = ''): JsonObject {
  const before = propertiesOf(node);
  const kept = before.flatMap(([name, child]) => {
    const next = mapping.field(prefix + name, child);
    if (next === null) return [];
    return [[name, typeOf(next) === 'object' ? mapFields(next, mapping, `${prefix}${name}.`) : next] as const];
  });
  const names = new Set(before.map(([name]) => name));
  const required = [
    ...requiredOf(node).filter((name) => !names.has(name)),
    ...kept
      .map(([name]) => name)
      .filter((name) => {
        const wasRequired = requiredOf(node).includes(name);
        return mapping.required?.(prefix + name, wasRequired) ?? wasRequired;
      }),
  ];
  const rest = without(node, 'properties', 'required');
  return { ...rest, properties: Object.fromEntries(kept), ...(required.length > 0 ? { required } : {}) };
}

/** The schema of a field by its path (`reporter.phone`), or undefined. */
export function fieldNode(node: JsonObject, path: string): JsonObject | undefined {
  let found: JsonObject | undefined = node;
  for (const name of path.split('.')) {
    found = found === undefined ? undefined : propertyOf(found, name);
  }
  return found;
}
