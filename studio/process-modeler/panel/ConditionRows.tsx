import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { comparisonsFor, firstRow, withComparison } from '../conditions/comparisons-for.ts';
import type { Condition, ConditionField, ConditionGroup, ConditionRow } from '../conditions/condition.ts';
import { readCondition } from '../conditions/read-condition.ts';
import { writeCondition } from '../conditions/write-condition.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ConditionValue } from './ConditionValue.tsx';

interface ConditionRowsProps {
  /** FEEL as it is written; empty for none. */
  readonly source: string;
  readonly fields: readonly ConditionField[];
  /** `handedOn`: fields that a step before must hand on, so that they can be asked. */
  readonly onChange: (source: string, handedOn: readonly ConditionField[]) => void;
}

const nothing: Condition = { join: 'and', groups: [] };

/** When a way is taken, line by line: 查看结果 · 等于 · 属实，要处理. */
export function ConditionRows({ source, fields, onChange }: ConditionRowsProps): ReactElement {
  const { text } = useText();
  const fixed = useFixed();
  const condition = source === '' ? nothing : readCondition(source);
  if (condition === null) return <p className="quiet">{text('process.condition.expert')}</p>;
  const change = (next: Condition): void => {
    const asked = new Set(next.groups.flatMap(({ rows }) => rows.map(({ field }) => field)));
    onChange(
      writeCondition(next),
      fields.filter(({ path, handedOnBy }) => handedOnBy !== undefined && asked.has(path)),
    );
  };
  const setRows = (nth: number, rows: readonly ConditionRow[]): void => {
    const groups = condition.groups.with(nth, { join: condition.groups[nth]?.join ?? 'and', rows });
    change({ ...condition, groups: groups.filter((group) => group.rows.length > 0) });
  };
  const [first] = fields;
  const other = condition.groups.length > 1 ? condition.join : condition.join === 'and' ? 'or' : 'and';
  return (
    <>
      {condition.groups.map((group, nth) => (
        // Groups and lines are known by their place; they have nothing else of their own.
        <div key={nth}>
          {nth > 0 && <JoinChoice value={condition.join} onChange={(join) => change(joinedBy(condition, join))} />}
          <GroupLines
            group={group}
            fields={fields}
            onRows={(rows) => setRows(nth, rows)}
            onJoin={(join) =>
              change(
                condition.groups.length === 1
                  ? { join, groups: [{ join, rows: group.rows }] }
                  : joinedBy(condition, join === 'and' ? 'or' : 'and'),
              )
            }
          />
        </div>
      ))}
      {!fixed && first !== undefined && (
        <Button kind="text" small onPress={() => change(withGroup(condition, other, firstRow(first)))}>
          {text(condition.groups.length === 0 ? 'process.condition.first' : 'process.condition.group')}
        </Button>
      )}
    </>
  );
}

interface GroupLinesProps {
  readonly group: ConditionGroup;
  readonly fields: readonly ConditionField[];
  readonly onRows: (rows: readonly ConditionRow[]) => void;
  readonly onJoin: (join: 'and' | 'or') => void;
}

function GroupLines({ group: { join, rows }, fields, onRows, onJoin }: GroupLinesProps): ReactElement {
  const { text } = useText();
  const fixed = useFixed();
  const [first] = fields;
  return (
    <div className="gl-condition">
      <ul>
        {rows.map((row, at) => (
          <li key={at}>
            <Sentence>
              {at > 0 && <JoinChoice value={join} onChange={onJoin} />}
              <Line row={row} fields={fields} onChange={(next) => onRows(rows.with(at, next))} />
            </Sentence>
            {!fixed && (
              <button
                type="button"
                className="gl-quiet-button"
                aria-label={text('process.condition.remove')}
                onClick={() => onRows(rows.toSpliced(at, 1))}
              >
                <Icon name="close" small />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!fixed && first !== undefined && (
        <Button kind="text" small onPress={() => onRows([...rows, firstRow(first)])}>
          {text('process.condition.add')}
        </Button>
      )}
    </div>
  );
}

/** Groups are joined one way, the lines in them the other way. */
function joinedBy({ groups }: Condition, join: 'and' | 'or'): Condition {
  const inside = join === 'and' ? 'or' : 'and';
  return { join, groups: groups.map(({ rows }) => ({ join: inside, rows })) };
}

/** One more group. Two groups of one line each would be one group of two: the new one begins with two lines. */
function withGroup(condition: Condition, join: 'and' | 'or', row: ConditionRow): Condition {
  if (condition.groups.length === 0) return { join: 'and', groups: [{ join: 'and', rows: [row] }] };
  const isAlone = condition.groups.every(({ rows }) => rows.length === 1);
  const groups = [...condition.groups, { join, rows: isAlone ? [row, row] : [row] }];
  return joinedBy({ ...condition, groups }, condition.groups.length > 1 ? condition.join : join);
}

function JoinChoice({
  value,
  onChange,
}: {
  readonly value: 'and' | 'or';
  readonly onChange: (join: 'and' | 'or') => void;
}): ReactElement {
  const { text } = useText();
  return (
    <InlineChoice
      label={text('process.join')}
      options={[
        { id: 'and', title: text('process.join.and') },
        { id: 'or', title: text('process.join.or') },
      ]}
      value={value}
      onChange={(join) => onChange(join === 'or' ? 'or' : 'and')}
    />
  );
}

function Line({
  row,
  fields,
  onChange,
}: {
  readonly row: ConditionRow;
  readonly fields: readonly ConditionField[];
  readonly onChange: (row: ConditionRow) => void;
}): ReactElement {
  const { text, pack } = useText();
  const field = fields.find(({ path }) => path === row.field);
  const comparisons = comparisonsFor(field);
  const shown = comparisons.includes(row.comparison) ? comparisons : [...comparisons, row.comparison];
  return (
    <>
      <InlineChoice
        label={text('process.field')}
        options={fields.map(({ path, title, from }) => ({ id: path, title: pack(title), group: pack(from) }))}
        value={row.field}
        onChange={(path) => {
          const next = fields.find((one) => one.path === path);
          if (next !== undefined) onChange(firstRow(next));
        }}
      />
      <InlineChoice
        label={text('process.comparison')}
        options={shown.map((comparison) => ({ id: comparison, title: text(`process.comparison.${comparison}`) }))}
        value={row.comparison}
        onChange={(id) => {
          const comparison = shown.find((one) => one === id);
          if (comparison !== undefined) onChange(withComparison(row, comparison, field));
        }}
      />
      <ConditionValue row={row} field={field} onChange={(values) => onChange({ ...row, values })} />
    </>
  );
}
