import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextInput.tsx';

const shortest = 2;

/** Why an operator does something; it stands in the audit and in the instance's story. */
export function ReasonField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <Field label={text('reason')} required hint={text('reason.hint', { count: shortest })}>
      {(control) => <TextArea control={control} value={value} onChange={onChange} maxLength={200} rows={2} />}
    </Field>
  );
}

/** Whether a reason says something. */
export function isReason(value: string): boolean {
  return value.trim().length >= shortest;
}
