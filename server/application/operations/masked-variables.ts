import { formFields } from '../../kernel/forms/form-fields.ts';
import type { MaskKind } from '../../kernel/forms/form-definition.ts';
import { maskValue } from '../../kernel/forms/mask-value.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** Names that are personal fields in some form of a release, with how each is masked. */
export type PersonalNames = ReadonlyMap<string, MaskKind>;

/**
 * Personal values never become variables by themselves, but a pack may map one there, or an operator set one. So a variable
 * is masked by its name: any name that some form of the release marks as personal.
 */
export function personalNames(release: CompiledRelease): PersonalNames {
  const names = new Map<string, MaskKind>();
  for (const form of release.forms.values())
    for (const field of formFields(form)) if (field.personal) names.set(field.name, field.personal.mask);
  return names;
}

/** Variables as they are shown: what has a personal name is masked, at any depth. */
export function maskedVariables(variables: JsonObject, names: PersonalNames): JsonObject {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const mask = names.get(name);
      return [name, mask === undefined || value === null ? maskedWithin(value, names) : maskValue(mask, value)];
    }),
  );
}

function maskedWithin(value: Json, names: PersonalNames): Json {
  if (isJsonArray(value)) return value.map((item) => maskedWithin(item, names));
  return isJsonObject(value) ? maskedVariables(value, names) : value;
}
