import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { EntrySheet } from './use-entry-sheet.ts';

/** Why an entry is changed; it stands in its record. */
export function ReasonField({ sheet }: { readonly sheet: EntrySheet }): ReactElement {
  const { text } = useText();
  return (
    <Field label={text('entry.reason')} required error={sheet.missesReason ? text('entry.reason.missing') : undefined}>
      {(control) => (
        <TextInput
          control={control}
          value={sheet.reason}
          onChange={sheet.setReason}
          maxLength={200}
          placeholder={text('entry.reason.example')}
        />
      )}
    </Field>
  );
}
