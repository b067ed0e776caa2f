import type { WidgetProps } from '@rjsf/utils';
import type { InputHTMLAttributes, ReactElement } from 'react';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { useLocalText } from '../use-local-text.ts';
import { textValue } from './text-value.ts';

interface TypedInputProps extends Pick<WidgetProps, 'value' | 'onChange'> {
  readonly placeholder: string | undefined;
  /** What the form gets for a text; undefined for none. */
  readonly parse: (text: string) => string | number | undefined;
  /** Which keys a phone offers. */
  readonly keys?: Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode'>;
}

/** One line that is typed, and handed to the form when somebody pauses or leaves. */
export function TypedInput({ value, onChange, placeholder, parse, keys = {} }: TypedInputProps): ReactElement {
  const { translate } = useFormContext();
  const control = useFieldControl();
  const { text, type, settle } = useLocalText(textValue(value), parse, onChange);
  return (
    <input
      {...inputProps(control)}
      {...keys}
      className="gl-input"
      value={text}
      autoComplete="off"
      placeholder={translate(placeholder ?? '')}
      onChange={(event) => {
        type(event.target.value);
      }}
      onBlur={settle}
    />
  );
}
