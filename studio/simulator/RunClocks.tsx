import type { ReactElement } from 'react';
import type { OpenWork } from '../../server/kernel/simulation/run-work.ts';
import { useText } from '../translations/texts.ts';
import { Light } from '../ui/Light.tsx';
import { Tag } from '../ui/Tag.tsx';

/** How every limit of a user task of the run stands; where it has but that of its handling, no stage is said. */
export function RunClocks({ clocks }: Pick<OpenWork, 'clocks'>): ReactElement {
  const { text } = useText();
  const isPlain = clocks.length === 1 && clocks[0]?.stage === 'handle';
  if (clocks.length === 0) return <Tag>{text('case.no-limit')}</Tag>;
  return (
    <>
      {clocks.map(({ stage, light }) => (
        <span key={stage}>
          {!isPlain && <span className="quiet">{text(`stage.${stage}`)} </span>}
          <Light
            value={{ light: light.light, amount: light.amount ?? 0, unit: light.unit ?? 'days', dueAt: null }}
          />{' '}
        </span>
      ))}
    </>
  );
}
