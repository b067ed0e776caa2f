import { Dropdown } from 'antd';
import { type ReactElement, useRef } from 'react';
import type { RuleDescription } from '../../server/kernel/dmn/table-description.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';
import { useText } from '../translations/texts.ts';
import { InlineText } from '../ui/desktop/sentence/InlineText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { DragHandle } from '../ui/desktop/DragHandle.tsx';
import { useDragOrder } from '../ui/desktop/use-drag-order.ts';
import { GridCell } from './GridCell.tsx';
import { EntryCell } from './EntryCell.tsx';
import type { TableColumn } from './table-columns.ts';
import type { RuleText } from './table-text.ts';
import { attributeOf, type XmlElement } from './xml-elements.ts';

interface GridRuleProps {
  readonly list: string;
  readonly nth: number;
  readonly last: number;
  readonly rule: RuleDescription;
  readonly written: RuleText;
  readonly columns: readonly TableColumn[];
  readonly fixed: boolean;
  readonly isFired: boolean;
  readonly problems: readonly ProblemView[];
  readonly onCell: (column: TableColumn, feel: string) => void;
  readonly onNote: (note: string) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onInsert: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** A rule: its cells in one line, and below it what people say about it. */
export function GridRule(props: GridRuleProps): ReactElement {
  const { list, nth, last, rule, written, columns, fixed, isFired, problems, onCell, onNote, onMove } = props;
  const { text } = useText();
  const body = useRef<HTMLTableSectionElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const over = useDragOrder({ line: body, handle, list, nth, onMove, fixed });
  const cells = columns.map((column) => written[column.part][column.index]);
  const ids = [written.element, ...cells].map((element) => (element === undefined ? '' : idOf(element)));
  const look = ['gl-rule', over ? 'gl-rule-over' : '', isFired ? 'gl-rule-fired' : ''].filter((name) => name !== '');
  return (
    <tbody ref={body} className={look.join(' ')} data-path={idOf(written.element)}>
      <tr>
        <td rowSpan={2} className="gl-rule-handle">
          {!fixed && (
            <DragHandle
              handle={handle}
              title={text('decision.nth', { nth: nth + 1 })}
              nth={nth}
              last={last}
              onMove={onMove}
            />
          )}
        </td>
        <th rowSpan={2} scope="row" className="quiet">
          {nth + 1}
        </th>
        {columns.map((column, place) => (
          <RuleCell key={`${column.part} ${column.index}`} {...{ column, rule, onCell }} element={cells[place]} />
        ))}
        <td rowSpan={2} className="gl-rule-tools">
          {!fixed && <RuleMenu {...props} />}
        </td>
      </tr>
      <tr className="gl-rule-note">
        <td colSpan={columns.length}>
          <InlineText
            label={text('decision.note')}
            value={written.note}
            placeholder={text('decision.note.none')}
            onChange={onNote}
          />
          {isFired && <b className="gl-rule-fires">{text('decision.fires')}</b>}
          <RuleProblems problems={problems.filter(({ place }) => place !== '' && ids.includes(place))} />
        </td>
      </tr>
    </tbody>
  );
}

interface RuleCellProps extends Pick<GridRuleProps, 'rule' | 'onCell'> {
  readonly column: TableColumn;
  readonly element: XmlElement | undefined;
}

function RuleCell({ column, element, rule, onCell }: RuleCellProps): ReactElement {
  const [input, output] = [rule.inputs[column.index], rule.outputs[column.index]];
  const isInput = column.part === 'inputs';
  return (
    <td
      data-path={element === undefined ? undefined : idOf(element)}
      className={isInput ? 'gl-decision-when' : undefined}
    >
      {isInput && input !== undefined && (
        <GridCell column={column} cell={input} onChange={(feel) => onCell(column, feel)} />
      )}
      {!isInput && output !== undefined && (
        <EntryCell column={column} entry={output} onChange={(feel) => onCell(column, feel)} />
      )}
    </td>
  );
}

function RuleProblems({ problems }: { readonly problems: readonly ProblemView[] }): ReactElement {
  const { either } = useText();
  return (
    <>
      {problems.map((problem, place) => (
        <p key={`${problem.code} ${place}`} className="gl-field-error" role="alert">
          <i className={`gl-shape gl-shape-${problem.severity === 'error' ? 'late' : 'warn'}`} aria-hidden="true" />
          {either(problem)}
        </p>
      ))}
    </>
  );
}

function RuleMenu({ nth, last, onInsert, onCopy, onRemove, onMove }: GridRuleProps): ReactElement {
  const { text } = useText();
  const actions: Readonly<Record<string, () => void>> = {
    insert: onInsert,
    copy: onCopy,
    up: () => onMove(nth, nth - 1),
    down: () => onMove(nth, nth + 1),
    remove: onRemove,
  };
  const impossible = new Set([...(nth === 0 ? ['up'] : []), ...(nth === last ? ['down'] : [])]);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: Object.keys(actions).map((key) => ({
          key,
          label: text(`decision.action.${key as 'copy'}`),
          disabled: impossible.has(key) || (key === 'remove' && last === 0),
          danger: key === 'remove',
        })),
        onClick: ({ key }) => actions[key]?.(),
      }}
    >
      <button type="button" aria-label={text('decision.actions', { nth: nth + 1 })} aria-haspopup="menu">
        <Icon name="more" small />
      </button>
    </Dropdown>
  );
}

function idOf(element: XmlElement): string {
  return attributeOf(element, 'id') ?? '';
}
