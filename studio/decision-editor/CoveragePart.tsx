import type { ReactElement } from 'react';
import type { TableDescription } from '../../server/kernel/dmn/table-description.ts';
import type { Json } from '../../server/kernel/json.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { PanelPart } from '../ui/desktop/PanelPart.tsx';
import { feelOfCell } from './cell-meaning.ts';
import { insertRule } from './edit-table.ts';
import { type TableColumn, valueWords } from './table-columns.ts';
import type { Coverage } from './table-coverage.ts';

interface CoveragePartProps {
  readonly coverage: Coverage;
  readonly columns: readonly TableColumn[];
  readonly table: TableDescription;
  readonly xml: string;
  readonly id: string;
  readonly fixed: boolean;
  readonly onChange: (xml: string) => void;
}

const SHOWN = 12;

/** What no rule is for, each with a button that begins one; and rules that fit at the same time. */
export function CoveragePart(props: CoveragePartProps): ReactElement {
  const { coverage, columns, table, xml, id, fixed, onChange } = props;
  const { text } = useText();
  const { gaps, overlaps } = coverage;
  const inputs = columns.filter(({ part }) => part === 'inputs');
  const words = (values: readonly Json[]): string =>
    values.map((value, nth) => valueWords(inputs[nth] ?? { choices: [] }, value)).join(text('list.comma'));
  const begin = (values: readonly Json[]): void => {
    const like = table.rules.at(-1);
    onChange(
      insertRule(xml, id, table.rules.length, {
        note: '',
        inputs: values.map((value) => feelOfCell({ kind: 'values', values: [value], not: false })),
        outputs: like?.outputs.map(({ source }) => source) ?? columns.slice(inputs.length).map(() => 'null'),
      }),
    );
  };
  return (
    <PanelPart title={text('decision.coverage')} aside={text('decision.live')}>
      {gaps.length === 0 && overlaps.length === 0 && (
        <p>
          <i className="gl-shape gl-shape-ok" aria-hidden="true" /> {text('decision.coverage.whole')}
        </p>
      )}
      <ul className="gl-coverage">
        {gaps.slice(0, SHOWN).map((values) => (
          <li key={JSON.stringify(values)}>
            <i className="gl-shape gl-shape-late" aria-hidden="true" />
            <span>{text('decision.gap', { what: words(values) })}</span>
            {!fixed && (
              <Button kind="text" small onPress={() => begin(values)}>
                {text('decision.gap.add')}
              </Button>
            )}
          </li>
        ))}
        {gaps.length > SHOWN && <li className="quiet">{text('decision.gap.more', { count: gaps.length - SHOWN })}</li>}
        {overlaps.map(([one, other]) => (
          <li key={`${one} ${other}`}>
            <i className="gl-shape gl-shape-late" aria-hidden="true" />
            <span>{text('decision.overlap', { one: one + 1, other: other + 1 })}</span>
          </li>
        ))}
      </ul>
    </PanelPart>
  );
}
