import { controlOf, type FormControl } from '../../../server/kernel/forms/form-control.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

/** The control of a field as the effective form says it; fields it does not know are asked by their type. */
export function controlOfField(schema: JsonObject, ui: JsonObject): FormControl {
  return controlOf(schema, ui, false);
}
