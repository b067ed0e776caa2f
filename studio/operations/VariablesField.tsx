import type { ReactElement } from 'react';
import { isJsonObject, type JsonObject } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import type { InstanceFile } from './InstancePage.tsx';

interface VariablesFieldProps {
  readonly file: Pick<InstanceFile, 'variables'>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faulty: boolean;
  readonly required?: boolean;
}

/** Variables to set, as JSON: operators know their names, and a value may be of any shape. */
export function VariablesField({ file, value, onChange, faulty, required = false }: VariablesFieldProps): ReactElement {
  const { text } = useText();
  const names = Object.keys(file.variables[0]?.values ?? {});
  return (
    <Field
      label={text('repair.variables')}
      required={required}
      {...(required ? {} : { note: text('optional') })}
      hint={text(names.length === 0 ? 'repair.variables.hint' : 'repair.variables.hint.names', {
        names: names.join(text('list.comma')),
      })}
      error={faulty ? text('repair.variables.faulty') : undefined}
    >
      {(control) => (
        <TextArea
          control={control}
          value={value}
          onChange={onChange}
          rows={3}
          placeholder={'{ "route": { "limit": "handle-grid" } }'}
        />
      )}
    </Field>
  );
}

/** What was typed as variables: none when it is empty; null when it is no JSON object. */
export function readVariables(typed: string): JsonObject | null {
  if (typed.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(typed);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
