import { type ReactElement, useId } from 'react';
import type { RuleDescription, TableDescription } from '../../server/kernel/dmn/table-description.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { copyRule, insertRule, moveRule, removeRule, writeCell, writeNote } from './edit-table.ts';
import { GridRule } from './GridRule.tsx';
import type { TableColumn } from './table-columns.ts';
import { cellText, decisionIn, type RuleText } from './table-text.ts';
import { attributeOf } from './xml-elements.ts';

interface TableGridProps {
  /** As it is now; its meaning may be a moment behind. */
  readonly xml: string;
  /** Id of the decision. */
  readonly id: string;
  readonly table: TableDescription;
  readonly columns: readonly TableColumn[];
  readonly fixed: boolean;
  /** Ids of the rules that the row that is tried fires. */
  readonly fired: readonly string[];
  readonly problems: readonly ProblemView[];
  readonly onChange: (xml: string) => void;
}

/** A decision table: conditions at the left, outcomes at the right, a rule a line, in the words of the pack. */
export function TableGrid(props: TableGridProps): ReactElement {
  const { xml, id, table, columns, fixed, fired, problems, onChange } = props;
  const { text } = useText();
  const list = useId();
  const written = decisionIn(xml, id)?.rules ?? [];
  const inputs = columns.filter(({ part }) => part === 'inputs').length;
  const insertAfter = (place: number): void => {
    const like = written[place];
    const outputs = like?.outputs.map((cell) => cellText(xml, cell)) ?? columns.slice(inputs).map(() => 'null');
    onChange(insertRule(xml, id, place + 1, { note: '', inputs: columns.slice(0, inputs).map(() => '-'), outputs }));
  };
  return (
    <>
      <table className="gl-decision-grid" aria-label={text('decision.rules')}>
        <GridHead columns={columns} />
        {written.map((rewrite, nth) => {
          const rule = meaningOf(table, rewrite, nth);
          // A rule that has just been put in is drawn as soon as its meaning is compiled.
          return rule === undefined ? null : (
            <GridRule
              key={rule.id}
              list={list}
              nth={nth}
              last={written.length - 1}
              rule={rule}
              written={rewrite}
              columns={columns}
              fixed={fixed}
              isFired={fired.includes(rule.id)}
              problems={problems}
              onCell={(column, feel) =>
                onChange(writeCell(xml, id, { rule: nth, part: column.part, column: column.index }, feel))
              }
              onNote={(note) => onChange(writeNote(xml, id, nth, note))}
              onMove={(from, to) => onChange(moveRule(xml, id, from, to))}
              onInsert={() => insertAfter(nth)}
              onCopy={() => onChange(copyRule(xml, id, nth, text('decision.copy-of', { note: rewrite.note })))}
              onRemove={() => onChange(removeRule(xml, id, nth))}
            />
          );
        })}
      </table>
      {!fixed && (
        <Button kind="text" onPress={() => insertAfter(written.length - 1)}>
          <Icon name="plus" small />
          {text('decision.add')}
        </Button>
      )}
    </>
  );
}

/** The columns and their names: conditions under 当, outcomes under 就. */
function GridHead({ columns }: { readonly columns: readonly TableColumn[] }): ReactElement {
  const { text, pack } = useText();
  const inputs = columns.filter(({ part }) => part === 'inputs').length;
  return (
    <>
      <colgroup>
        <col style={{ width: 36 }} />
        <col style={{ width: 32 }} />
        {columns.map(({ part, index, source }) => (
          <col key={`${part} ${index}`} style={source === 'levels' ? { width: 88 } : undefined} />
        ))}
        <col style={{ width: 44 }} />
      </colgroup>
      <thead>
        <tr>
          <th aria-hidden="true" colSpan={2} />
          <th scope="colgroup" colSpan={inputs} className="gl-decision-when">
            {text('decision.when')}
          </th>
          <th scope="colgroup" colSpan={columns.length - inputs}>
            {text('decision.then')}
          </th>
          <th aria-hidden="true" />
        </tr>
        <tr>
          <th aria-hidden="true" colSpan={2} />
          {columns.map(({ part, index, label }) => (
            <th key={`${part} ${index}`} scope="col" className={part === 'inputs' ? 'gl-decision-when' : undefined}>
              {pack(label)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
    </>
  );
}

/** What a written rule means; rules are known by their ids, and by their places where a tool wrote none. */
function meaningOf({ rules }: TableDescription, { element }: RuleText, nth: number): RuleDescription | undefined {
  const id = attributeOf(element, 'id');
  return id === undefined ? rules[nth] : rules.find((rule) => rule.id === id);
}
