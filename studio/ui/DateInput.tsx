import type { ReactElement } from 'react';
import type { ControlProps } from './Field.tsx';
import './input.css';

interface DateInputProps {
  readonly control: ControlProps;
  /** `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:MM`, local; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly withTime?: boolean;
  readonly min?: string;
}

/**
 * A local date, or a date and time. The browser's own control: it speaks the language of the machine, is operated by
 * keyboard and touch, and brings no calendar into the bundle.
 */
export function DateInput({ control, value, onChange, withTime = false, min }: DateInputProps): ReactElement {
  return (
    <input
      {...control}
      className="gl-input"
      type={withTime ? 'datetime-local' : 'date'}
      min={min}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
