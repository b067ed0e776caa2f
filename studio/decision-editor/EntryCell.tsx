import type { ReactElement } from 'react';
import { plainText } from '../../server/kernel/forms/schema-node.ts';
import type { EntryDescription } from '../../server/kernel/dmn/table-description.ts';
import { isJsonArray, type Json } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../ui/desktop/sentence/InlineText.tsx';
import { BeyondCell } from './BeyondCell.tsx';
import { feelOfEntry, meaningOfEntry } from './cell-meaning.ts';
import type { TableColumn } from './table-columns.ts';

interface EntryCellProps {
  readonly column: TableColumn;
  readonly entry: EntryDescription;
  readonly onChange: (feel: string) => void;
}

/** An outcome: one choice, a list of them, or a word; what a grid cannot say is shown and kept. */
export function EntryCell({ column, entry, onChange }: EntryCellProps): ReactElement {
  const { text } = useText();
  const meaning = meaningOfEntry(entry);
  if (meaning.kind === 'beyond') return <BeyondCell source={meaning.source} />;
  const { value } = meaning;
  const set = (next: Json): void => onChange(feelOfEntry({ kind: 'value', value: next }));
  const options = column.choices.map(({ value: one, title, group }) => ({
    id: plainText(one),
    title,
    ...(group === undefined ? {} : { group }),
  }));
  if (column.several && column.type === 'choice')
    return (
      <InlineChoices
        label={column.label}
        values={isJsonArray(value) ? value.map(plainText) : []}
        options={options}
        placeholder={text('decision.nobody')}
        onChange={(ids) => set([...ids])}
      />
    );
  if (column.type === 'choice')
    return (
      <InlineChoice
        label={column.label}
        value={value === null ? undefined : plainText(value)}
        options={options}
        onChange={(id) => set(column.choices.find((choice) => plainText(choice.value) === id)?.value ?? id)}
      />
    );
  if (column.type === 'boolean')
    return (
      <InlineChoice
        label={column.label}
        value={value === null ? undefined : plainText(value)}
        options={[
          { id: 'true', title: text('decision.yes') },
          { id: 'false', title: text('decision.no') },
        ]}
        onChange={(id) => set(id === 'true')}
      />
    );
  return (
    <InlineText
      label={column.label}
      value={value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)}
      onChange={(words) =>
        set(column.type === 'number' && words !== '' && !Number.isNaN(Number(words)) ? Number(words) : words)
      }
    />
  );
}
