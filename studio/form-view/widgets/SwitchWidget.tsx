import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { useFieldControl } from '../field-control.ts';

/** On or off; off is an answer. Its words stand beside it in the row. */
export function SwitchWidget({ value, onChange }: WidgetProps): ReactElement {
  const control = useFieldControl();
  const on = value === true;
  return (
    <button
      type="button"
      id={control.id}
      role="switch"
      className="fv-toggle"
      aria-checked={on}
      aria-labelledby={control.labelId}
      aria-describedby={control.describedBy}
      onClick={() => {
        onChange(!on);
      }}
    />
  );
}
