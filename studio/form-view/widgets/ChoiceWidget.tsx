import type { WidgetProps } from '@rjsf/utils';
import type { ReactElement } from 'react';
import { isJsonArray, type Json } from '../../../server/kernel/json.ts';
import { groupProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { Chips } from './Chips.tsx';
import { offeredChoices } from './offered-choices.ts';

/** One of a few answers, as buttons. */
export function ChoiceWidget({ value, onChange, schema }: WidgetProps): ReactElement {
  const context = useFormContext();
  const control = useFieldControl();
  const choices = offeredChoices(context, schema);
  const chosen: unknown = value;
  const press = (key: string): void => {
    const choice = choices[Number(key)];
    onChange(choice === undefined || choice.value === chosen ? undefined : choice.value);
  };
  return (
    <Chips
      chips={choices.map((choice, index) => ({
        key: String(index),
        text: context.translate(choice.title),
        on: choice.value === chosen,
      }))}
      onPress={press}
      optional={!control.required}
      group={groupProps(control)}
      required={control.required}
      invalid={control.invalid}
    />
  );
}

/** Any number of a few answers. */
export function ChoicesWidget({ value, onChange, schema }: WidgetProps): ReactElement {
  const context = useFormContext();
  const control = useFieldControl();
  const choices = offeredChoices(context, schema);
  const given: unknown = value;
  const chosen: readonly Json[] = isJsonArray(given) ? given : [];
  const press = (key: string): void => {
    const choice = choices[Number(key)];
    if (choice === undefined) return;
    // In the order in which they are offered, whatever the order of the pressing.
    onChange(
      choices
        .map((one) => one.value)
        .filter((one) => (one === choice.value ? !chosen.includes(one) : chosen.includes(one))),
    );
  };
  return (
    <Chips
      several
      chips={choices.map((choice, index) => ({
        key: String(index),
        text: context.translate(choice.title),
        on: chosen.includes(choice.value),
      }))}
      onPress={press}
      group={groupProps(control)}
    />
  );
}

/** A question that must be answered with yes or no. */
export function YesNoWidget({ value, onChange }: WidgetProps): ReactElement {
  const { t } = useFormContext();
  const control = useFieldControl();
  return (
    <Chips
      chips={[
        { key: 'yes', text: t('form.yes'), on: value === true },
        { key: 'no', text: t('form.no'), on: value === false },
      ]}
      onPress={(key) => {
        onChange(key === 'yes');
      }}
      group={groupProps(control)}
      required={control.required}
      invalid={control.invalid}
    />
  );
}
