import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { isJsonObject, type JsonObject } from '../../server/kernel/json.ts';

/**
 * A ledger's form for an entry whose personal values arrived masked (138****2046): each masked value counts as valid as
 * long as nobody changes it, because the server keeps the true one then. A changed one must fit the form as ever.
 */
export function acceptMasked(form: FormDefinition, stored: JsonObject): FormDefinition {
  const properties = form.schema['properties'];
  if (!isJsonObject(properties)) return form;
  const relaxed = Object.entries(properties).map(([name, node]) => {
    const value = stored[name];
    const isMasked =
      isJsonObject(node) && typeof node['x-mask'] === 'string' && typeof value === 'string' && value.includes('*');
    return [name, isMasked ? withMasked(node, value) : node];
  });
  return { ...form, schema: { ...form.schema, properties: Object.fromEntries(relaxed) } };
}

function withMasked(node: JsonObject, masked: string): JsonObject {
  const { pattern, minLength, ...rest } = node;
  const least = typeof minLength === 'number' ? { minLength: Math.min(minLength, Array.from(masked).length) } : {};
  const fitting = typeof pattern === 'string' ? { pattern: `(?:${pattern})|^${literal(masked)}$` } : {};
  return { ...rest, ...least, ...fitting };
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
