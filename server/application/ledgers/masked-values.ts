import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import { valueAt } from '../../kernel/forms/json-pointer.ts';
import { maskValue } from '../../kernel/forms/mask-value.ts';
import { joinPersonal, maskPersonal, type PersonalValue } from '../../kernel/forms/personal-values.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { isJsonObject } from '../../kernel/json.ts';

/** An entry's data as it is shown: every field in its place, the personal ones masked. */
export function maskedData(form: FormDefinition, plain: JsonObject, personal: readonly PersonalValue[]): JsonObject {
  return maskPersonal(form, joinPersonal(plain, personal));
}

/**
 * What was meant by data that came back from a screen which shows masks: a mask that was left as it is stands for the value
 * behind it.
 *
 * @param personal the entry's personal values as they are
 */
export function withMeantValues(data: Json, personal: readonly PersonalValue[]): Json {
  if (!isJsonObject(data)) return data;
  const untouched = personal.filter(({ pointer, mask, value }) => valueAt(data, pointer) === maskValue(mask, value));
  return joinPersonal(data, untouched);
}

/** Pointers at which personal values differ, in either direction. */
export function changedPointers(before: readonly PersonalValue[], now: readonly PersonalValue[]): readonly string[] {
  const written = (values: readonly PersonalValue[]): ReadonlyMap<string, string> =>
    new Map(values.map(({ pointer, value }) => [pointer, JSON.stringify(value)]));
  const [old, fresh] = [written(before), written(now)];
  const pointers = new Set([...old.keys(), ...fresh.keys()]);
  return [...pointers].filter((pointer) => old.get(pointer) !== fresh.get(pointer));
}
