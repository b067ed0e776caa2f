import type { ReactElement } from 'react';
import type { HitPolicy, TableDescription } from '../../server/kernel/dmn/table-description.ts';
import { useText } from '../translations/texts.ts';
import { InlineChoice } from '../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../ui/desktop/sentence/Sentence.tsx';
import { PanelPart } from '../ui/desktop/PanelPart.tsx';
import { writeHitPolicy } from './edit-table.ts';

/** Those a street may choose between; the others stay what they are. */
const plain: readonly HitPolicy[] = ['UNIQUE', 'FIRST'];

/** What happens when several rules fit, in a sentence. */
export function HitPolicyPart({
  table,
  xml,
  id,
  onChange,
}: {
  readonly table: TableDescription;
  readonly xml: string;
  readonly id: string;
  readonly onChange: (xml: string) => void;
}): ReactElement {
  const { text } = useText();
  const known = plain.includes(table.hitPolicy) ? plain : [...plain, table.hitPolicy];
  return (
    <PanelPart title={text('decision.policy')}>
      <Sentence>
        {text('decision.policy.when')}
        <InlineChoice
          label={text('decision.policy')}
          value={table.hitPolicy}
          options={known.map((policy) => ({ id: policy, title: text(`policy.${policy}`) }))}
          onChange={(policy) => onChange(writeHitPolicy(xml, id, policy))}
        />
      </Sentence>
      <p className="quiet">{text(`policy.${table.hitPolicy}.says`)}</p>
    </PanelPart>
  );
}
