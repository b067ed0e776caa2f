import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { Field } from '../ui/Field.tsx';

interface PickFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string; readonly more?: string }[];
  readonly onChange: (value: string) => void;
}

/** One of many that must be chosen, with its label. */
export function PickField({ label, value, options, onChange }: PickFieldProps): ReactElement {
  const { text } = useText();
  return (
    <Field label={label} required>
      {(control) => (
        <PickInput
          control={control}
          value={value}
          options={options}
          onChange={onChange}
          placeholder={text('choose')}
          nothing={text('sentence.none')}
        />
      )}
    </Field>
  );
}
