import { type Schema, Validator } from '@cfworker/json-schema';
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

const engines = new WeakMap<object, Validator>();

/**
 * What RJSF asks while it draws: whether data fits a part of a schema (`oneOf` and `if` of forms outside the profile).
 * Interpreted, because the page's Content-Security-Policy forbids compiling. What is wrong with a submission is the
 * kernel's to say, never RJSF's.
 */
export const rjsfValidator: ValidatorType<unknown, RJSFSchema, object> = {
  isValid: (schema, data) => data !== undefined && engineFor(schema).validate(data).valid,
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};

function engineFor(schema: RJSFSchema): Validator {
  const known = engines.get(schema);
  if (known !== undefined) return known;
  const engine = new Validator(structuredClone(schema) as Schema, '2020-12');
  engines.set(schema, engine);
  return engine;
}
