import { type ReactElement, type ReactNode, useId } from 'react';
import { useText } from '../translations/texts.ts';
import './field.css';

/** What a control needs to belong to its label, its hint and its error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly required: boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Said beside the label, such as 选填. */
  readonly note?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label above its control, with the hint below and the error where it happened. */
export function Field({ label, hint, error, required = false, note, children }: FieldProps): ReactElement {
  const id = useId();
  const { text } = useText();
  const said = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`].filter(
    (part) => part !== null,
  );
  return (
    <div className="gl-field">
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="gl-required" role="img" aria-label={text('required')}>
            *
          </span>
        )}
        {note !== undefined && <span className="quiet">{note}</span>}
      </label>
      {children({
        id,
        required,
        'aria-invalid': error !== undefined,
        'aria-describedby': said.length === 0 ? undefined : said.join(' '),
      })}
      {hint !== undefined && (
        <p className="gl-field-hint quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="gl-field-error" id={`${id}-error`} role="alert">
          <i className="gl-shape gl-shape-late" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}
