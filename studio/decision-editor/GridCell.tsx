import type { ReactElement } from 'react';
import { plainText } from '../../server/kernel/forms/schema-node.ts';
import type { CellDescription } from '../../server/kernel/dmn/table-description.ts';
import type { Json } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { InlineChoice, InlineChoices } from '../ui/desktop/sentence/InlineChoice.tsx';
import { InlineText } from '../ui/desktop/sentence/InlineText.tsx';
import { feelOfCell, meaningOfCell } from './cell-meaning.ts';
import { BeyondCell } from './BeyondCell.tsx';
import type { TableColumn } from './table-columns.ts';

interface GridCellProps {
  readonly column: TableColumn;
  readonly cell: CellDescription;
  readonly onChange: (feel: string) => void;
}

/** A condition: any number of choices, or any; what a grid cannot say is shown and kept. */
export function GridCell({ column, cell, onChange }: GridCellProps): ReactElement {
  const { text } = useText();
  const meaning = meaningOfCell(cell);
  if (meaning.kind === 'beyond') return <BeyondCell source={meaning.source} />;
  const values = meaning.kind === 'values' ? meaning.values : [];
  const not = meaning.kind === 'values' && meaning.not;
  const set = (next: readonly Json[]): void =>
    onChange(feelOfCell(next.length === 0 ? { kind: 'any' } : { kind: 'values', values: next, not }));
  if (column.type === 'boolean')
    return (
      <InlineChoice
        label={column.label}
        value={values.length === 1 ? plainText(values[0] ?? '') : 'any'}
        options={[
          { id: 'any', title: text('decision.any') },
          { id: 'true', title: text('decision.yes') },
          { id: 'false', title: text('decision.no') },
        ]}
        onChange={(id) => set(id === 'any' ? [] : [id === 'true'])}
      />
    );
  if (column.type === 'choice')
    return (
      <>
        {not && text('decision.not')}
        <InlineChoices
          label={column.label}
          values={values.map(plainText)}
          options={column.choices.map(({ value, title, group }) => ({
            id: plainText(value),
            title,
            ...(group === undefined ? {} : { group }),
          }))}
          placeholder={text('decision.any')}
          onChange={(ids) =>
            set(column.choices.map(({ value }) => value).filter((value) => ids.includes(plainText(value))))
          }
        />
      </>
    );
  return (
    <>
      {not && text('decision.not')}
      <InlineText
        label={column.label}
        value={values
          .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
          .join(text('list.comma'))}
        placeholder={text('decision.any')}
        onChange={(words) => set(valuesOf(words, text('list.comma'), column.type))}
      />
    </>
  );
}

/** What somebody wrote into a cell without choices: one value or several. */
function valuesOf(words: string, comma: string, type: TableColumn['type']): readonly Json[] {
  const parts = words.split(comma).map((part) => part.trim());
  const written = parts.filter((part) => part !== '');
  return type === 'number' ? written.map(Number).filter((number) => !Number.isNaN(number)) : written;
}
