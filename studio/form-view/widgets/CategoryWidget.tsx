import type { WidgetProps } from '@rjsf/utils';
import { type ReactElement, useState } from 'react';
import { type Choice, plainText } from '../../../server/kernel/forms/schema-node.ts';
import { groupProps, useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { Chips } from './Chips.tsx';
import { offeredChoices } from './offered-choices.ts';

/** One answer in two steps: first its group, then which of the group. An answer in no group is chosen at once. */
export function CategoryWidget({ value, onChange, schema }: WidgetProps): ReactElement {
  const context = useFormContext();
  const { t, translate } = context;
  const control = useFieldControl();
  const choices = offeredChoices(context, schema);
  const chosen = choices.find((choice) => choice.value === value);
  const [opened, setOpened] = useState<string | null>(null);
  const open = chosen === undefined ? opened : topOf(chosen);
  const tops = [...new Set(choices.map(topOf))];
  const members = choices.filter((choice) => choice.group !== undefined && choice.group === open);
  const pressTop = (top: string): void => {
    const alone = choices.find((choice) => choice.group === undefined && choice.title === top);
    setOpened(top);
    if (alone !== undefined) onChange(alone.value);
    else if (chosen !== undefined && chosen.group !== top) onChange(undefined);
  };
  return (
    <>
      <Chips
        chips={tops.map((top) => ({ key: top, text: translate(top), on: top === open }))}
        onPress={pressTop}
        group={groupProps(control)}
        required={control.required}
        invalid={control.invalid}
      />
      {open !== null && members.length > 0 && (
        <div className="fv-sub">
          <p className="quiet" id={`${control.id}-which`}>
            {t('form.category.which', { category: translate(open) })}
          </p>
          <Chips
            chips={members.map((choice) => ({
              key: plainText(choice.value),
              text: translate(choice.title),
              on: choice === chosen,
            }))}
            onPress={(key) => {
              onChange(members.find((choice) => plainText(choice.value) === key)?.value);
            }}
            group={{ id: `${control.id}-members`, 'aria-labelledby': `${control.id}-which` }}
          />
        </div>
      )}
    </>
  );
}

function topOf(choice: Choice): string {
  return choice.group ?? choice.title;
}
