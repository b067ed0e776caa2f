import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import type { StageLight } from '../../server/http/contract/values.ts';
import { useText } from '../translations/texts.ts';
import { Light } from './Light.tsx';
import type { LightValue } from './light-words.ts';
import './stage-lights.css';

export type StageLightValue = Static<typeof StageLight>;

interface StageLightsProps {
  /** Of the most urgent clock, for who has only one. */
  readonly light: LightValue | null;
  readonly lights: readonly StageLightValue[];
  readonly filled?: boolean;
}

/** How every clock of a user task stands: 签收 ▲ 临期 剩 20 分钟 · 办理 ● 正常 余 3 个工作日. A single clock says no stage. */
export function StageLights({ light, lights, filled = true }: StageLightsProps): ReactElement | null {
  const { text } = useText();
  const [only, another] = lights;
  if (another === undefined && (only === undefined || only.stage === 'handle'))
    return light === null ? null : <Light value={light} filled={filled} />;
  return (
    <span className="gl-stage-lights">
      {lights.map(({ stage, light: value }) => (
        <span key={stage}>
          <span className="quiet">{text(`stage.${stage}`)}</span>
          <Light value={value} filled={filled} />
        </span>
      ))}
    </span>
  );
}
