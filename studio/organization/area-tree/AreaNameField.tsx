import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { nameFault } from './edit-areas.ts';

interface AreaNameFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly fault: ReturnType<typeof nameFault>;
  readonly onChange: (name: string) => void;
}

/** The name of an area, with what is wrong with it. */
export function AreaNameField({ label, value, fault, onChange }: AreaNameFieldProps): ReactElement {
  const { text } = useText();
  return (
    <Field label={label} error={fault === null ? undefined : text(`areas.name.${fault}`)} required>
      {(control) => <TextInput control={control} value={value} maxLength={60} onChange={onChange} />}
    </Field>
  );
}
