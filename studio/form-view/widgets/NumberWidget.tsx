import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { useLocalText } from '../use-local-text.ts';
import { textValue } from './text-value.ts';

/**
 * A number with its unit. What is no number stays as it was typed, so that the sentence about it can be said; an empty
 * box is nothing at all, never null.
 */
export function NumberWidget({ value, onChange, placeholder, schema }: WidgetProps): ReactElement {
  const { translate } = useFormContext();
  const control = useFieldControl();
  const { text, type, settle } = useLocalText(textValue(value), numberOrText, onChange);
  const unit: unknown = schema['x-unit'];
  const signed = schema.minimum === undefined || schema.minimum < 0;
  return (
    <div className="fv-number">
      <input
        {...inputProps(control)}
        className="gl-input"
        // The number pads of some phones have no minus.
        inputMode={signed ? 'text' : schema.type === 'integer' ? 'numeric' : 'decimal'}
        value={text}
        autoComplete="off"
        placeholder={translate(placeholder ?? '')}
        onChange={(event) => {
          type(event.target.value);
        }}
        onBlur={settle}
      />
      {typeof unit === 'string' && <span className="quiet">{translate(unit)}</span>}
    </div>
  );
}

/** Full-width figures, as Chinese keyboards type them, are figures. */
function numberOrText(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (plain === '') return undefined;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}
