import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';

/** A form as the contract types it: its insides are the kernel's business. */
interface FormAnswer {
  readonly definition: {
    readonly id: string;
    readonly title: string;
    readonly schema: unknown;
    readonly ui: unknown;
    readonly rules: unknown;
    readonly rights: unknown;
  };
}

/**
 * The definition inside a form the server sends. It was checked when its pack was published, so it is taken as what it
 * says it is.
 */
export function formOf({ definition }: FormAnswer): FormDefinition {
  return definition as unknown as FormDefinition;
}
