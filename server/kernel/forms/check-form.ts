import { checkRules } from './check-rules.ts';
import { checkSchema } from './check-schema.ts';
import { checkUi } from './check-ui.ts';
import type { FormDefinition } from './form-definition.ts';
import type { FormFault } from './form-fault.ts';
import { formFields } from './form-fields.ts';
import { inlineReferences } from './inline-references.ts';

/** What `checkForm` found. */
export interface FormCheck {
  /** With these the form cannot be published. */
  readonly faults: readonly FormFault[];
  /** Plain JSON Schema that is not in the documented profile: the form runs, the designer opens it read-only. */
  readonly outsideProfile: readonly FormFault[];
}

/**
 * Checks one form on its own: schema, rules, rights and presentation. What needs other files (steps that exist, one
 * name with two types, categories with a route) is the packs room's; forbidden personal data is `personalDataFaults`.
 */
export function checkForm(definition: FormDefinition): FormCheck {
  const inlined = inlineReferences(definition.schema);
  const { faults, outside } = checkSchema(inlined.schema);
  const fields = new Map(formFields(definition).map((field) => [field.path, field]));
  return {
    faults: [
      ...inlined.faults,
      ...faults,
      ...checkRules(definition, fields),
      ...checkUi(inlined.schema, definition.ui),
    ],
    outsideProfile: outside,
  };
}
