import type { ReactElement } from 'react';
import type { Choice } from '../../../server/kernel/forms/schema-node.ts';
import { PickInput } from '../../ui/desktop/PickInput.tsx';
import { type FieldControl, inputProps } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';

export interface PickerProps {
  readonly control: FieldControl;
  readonly choices: readonly Choice[];
  readonly chosen: Choice | undefined;
  readonly onPick: (choice: Choice | undefined) => void;
}

/** The desktop's picker: found by typing. */
export function DeskPicker({ control, choices, chosen, onPick }: PickerProps): ReactElement {
  const { t, translate } = useFormContext();
  const keyOf = (choice: Choice): string => JSON.stringify(choice.value);
  return (
    <PickInput
      control={inputProps(control)}
      value={chosen === undefined ? undefined : keyOf(chosen)}
      options={choices.map((choice) => ({
        value: keyOf(choice),
        label: translate(choice.title),
        ...(choice.group === undefined ? {} : { more: translate(choice.group) }),
      }))}
      placeholder={t('form.choose')}
      nothing={t('form.no-match')}
      onChange={(key) => {
        onPick(choices.find((choice) => keyOf(choice) === key));
      }}
    />
  );
}
