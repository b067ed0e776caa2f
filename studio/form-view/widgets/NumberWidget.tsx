import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { useFormContext } from '../form-view-context.ts';
import { TypedInput } from './TypedInput.tsx';

/**
 * A number with its unit. What is no number stays as it was typed, so that the sentence about it can be said; an empty
 * box is nothing at all, never null.
 */
export function NumberWidget({ value, onChange, placeholder, schema }: WidgetProps): ReactElement {
  const { translate } = useFormContext();
  const unit: unknown = schema['x-unit'];
  const signed = schema.minimum === undefined || schema.minimum < 0;
  return (
    <div className="fv-number">
      <TypedInput
        {...{ value, onChange, placeholder }}
        parse={numberOrText}
        // The number pads of some phones have no minus.
        keys={{ inputMode: signed ? 'text' : schema.type === 'integer' ? 'numeric' : 'decimal' }}
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
