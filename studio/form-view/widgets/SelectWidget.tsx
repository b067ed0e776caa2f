import type { WidgetProps } from '@rjsf/utils';
import { lazy, type ReactElement, Suspense } from 'react';
import { useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { offeredChoices } from './offered-choices.ts';
import { SheetPicker } from './SheetPicker.tsx';

// The desktop's picker brings antd, which no phone should load.
const DeskPicker = lazy(async () => ({ default: (await import('./DeskPicker.tsx')).DeskPicker }));

/** One of many answers: picked from a list that can be searched. */
export function SelectWidget({ value, onChange, schema }: WidgetProps): ReactElement {
  const context = useFormContext();
  const control = useFieldControl();
  const choices = offeredChoices(context, schema);
  const picked: unknown = value;
  const chosen = choices.find((choice) => choice.value === picked);
  if (context.door === 'phone')
    return (
      <SheetPicker
        control={control}
        choices={choices}
        chosen={chosen}
        onPick={(choice) => {
          onChange(choice?.value);
        }}
      />
    );
  return (
    <Suspense fallback={<div className="gl-input" />}>
      <DeskPicker
        control={control}
        choices={choices}
        chosen={chosen}
        onPick={(choice) => {
          onChange(choice?.value);
        }}
      />
    </Suspense>
  );
}
