import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { textOrNothing } from './text-value.ts';
import { TypedInput } from './TypedInput.tsx';

/** One line of text. */
export function TextWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  return <TypedInput {...{ value, onChange, placeholder }} parse={textOrNothing} />;
}

/** A phone number, with the keys for one. */
export function PhoneWidget({ value, onChange, placeholder }: WidgetProps): ReactElement {
  return (
    <TypedInput {...{ value, onChange, placeholder }} parse={withoutSpaces} keys={{ type: 'tel', inputMode: 'tel' }} />
  );
}

/** People group digits by spaces; a pattern for a number does not. */
function withoutSpaces(text: string): string | undefined {
  return textOrNothing(text.replaceAll(/\s/g, ''));
}
