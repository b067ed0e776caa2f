import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { inputProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { useLocalText } from '../use-local-text.ts';
import { textOrNothing, textValue } from './text-value.ts';

/** One line of text. */
export function TextWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  const { translate } = useFormContext();
  const control = useFieldControl();
  const { text, type, settle } = useLocalText(textValue(value), textOrNothing, onChange);
  return (
    <input
      {...inputProps(control)}
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

/** A phone number, with the keys for one. */
export function PhoneWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  const { translate } = useFormContext();
  const control = useFieldControl();
  const { text, type, settle } = useLocalText(textValue(value), withoutSpaces, onChange);
  return (
    <input
      {...inputProps(control)}
      className="gl-input"
      type="tel"
      inputMode="tel"
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

/** People group digits by spaces; a pattern for a number does not. */
function withoutSpaces(text: string): string | undefined {
  return textOrNothing(text.replaceAll(/\s/g, ''));
}
