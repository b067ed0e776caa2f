import { isJsonObject } from '../../../server/kernel/json.ts';
import { type Choice, choicesOf, itemsOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import type { FormViewContext } from '../form-view-context.ts';

/** The choices of a field: those in its schema (or its items'), else those the page has for its source. */
export function offeredChoices(context: FormViewContext, schema: unknown): readonly Choice[] {
  if (!isJsonObject(schema)) return [];
  const node = itemsOf(schema) ?? schema;
  const source = textOf(node, 'x-choices');
  return choicesOf(node) ?? (source === undefined ? undefined : context.choices?.[source]) ?? [];
}
