import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { InlineNumber, InlineText } from '../../ui/desktop/sentence/InlineText.tsx';
import { useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import type { ConditionField, ConditionRow, Value } from '../conditions/condition.ts';

interface ConditionValueProps {
  readonly row: ConditionRow;
  readonly field: ConditionField | undefined;
  readonly onChange: (values: readonly Value[]) => void;
}

/** What a field is compared with, asked the way the form asks for it. */
export function ConditionValue({ row, field, onChange }: ConditionValueProps): ReactElement | null {
  const { text, pack } = useText();
  const [value] = row.values;
  const label = text('process.value');
  const fixed = useFixed();
  if (value === undefined) return null;
  if (typeof value === 'boolean') {
    const words = [
      { id: 'true', title: text('process.yes') },
      { id: 'false', title: text('process.no') },
    ];
    return (
      <InlineChoice label={label} options={words} value={String(value)} onChange={(id) => onChange([id === 'true'])} />
    );
  }
  const choices = (field?.choices ?? []).map((choice) => ({ id: String(choice.value), title: pack(choice.title) }));
  const valueOf = (id: string): Value => field?.choices.find((choice) => String(choice.value) === id)?.value ?? id;
  if (row.comparison === 'one-of') {
    const unknown = row.values.filter((one) => !choices.some(({ id }) => id === String(one))).map(String);
    return (
      <InlineChoices
        label={label}
        options={[...choices, ...unknown.map((id) => ({ id, title: id }))]}
        values={row.values.map(String)}
        onChange={(ids) => {
          if (ids.length > 0) onChange(ids.map(valueOf));
        }}
      />
    );
  }
  if (choices.length > 0)
    return (
      <InlineChoice label={label} options={choices} value={String(value)} onChange={(id) => onChange([valueOf(id)])} />
    );
  if (typeof value === 'number')
    return <InlineNumber label={label} value={value} min={-999_999} onChange={(number) => onChange([number])} />;
  if (field?.control === 'date' && !fixed) {
    return (
      <input
        className="gl-inline gl-inline-box"
        type="date"
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange([target.value])}
      />
    );
  }
  return <InlineText label={label} value={value} wrong={value === ''} onChange={(words) => onChange([words])} />;
}
