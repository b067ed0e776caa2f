import { createContext, useContext } from 'react';
import type { FormControl } from '../../server/kernel/forms/form-control.ts';
import type { FieldPath } from './form-view-context.ts';

/** What a control needs to belong to its field. */
export interface FieldControl {
  readonly id: string;
  readonly labelId: string;
  readonly title: string;
  readonly path: FieldPath;
  /** The path as a JSON pointer into the data. */
  readonly pointer: string;
  readonly control: FormControl;
  readonly required: boolean;
  readonly invalid: boolean;
  /** Ids of the hint and the error, for aria-describedby. */
  readonly describedBy: string | undefined;
}

export const FieldControlContext = createContext<FieldControl | null>(null);

/** The field a control stands in. */
export function useFieldControl(): FieldControl {
  const control = useContext(FieldControlContext);
  if (control === null) throw new Error('A form control stands outside of a field.');
  return control;
}

/** What an input element of its own needs. */
export function inputProps(control: FieldControl): {
  readonly id: string;
  readonly required: boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
} {
  return {
    id: control.id,
    required: control.required,
    'aria-invalid': control.invalid,
    'aria-describedby': control.describedBy,
  };
}

/** What a group of buttons or boxes needs. */
export function groupProps(control: FieldControl): {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string | undefined;
} {
  return { id: control.id, 'aria-labelledby': control.labelId, 'aria-describedby': control.describedBy };
}
