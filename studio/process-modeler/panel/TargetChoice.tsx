import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import type { ProcessCanvas } from '../canvas/process-canvas.ts';
import { type DiagramElement, isOnDrawing } from '../canvas/diagram.ts';
import { kindOf } from '../steps/step-kind.ts';
import { stepTitle } from './step-title.ts';

interface TargetChoiceProps {
  readonly canvas: ProcessCanvas;
  /** Where the way begins. */
  readonly from: DiagramElement;
  readonly value?: DiagramElement;
  readonly placeholder?: string;
  readonly onChange: (target: DiagramElement) => void;
}

/** The step a way leads to, chosen by its name. */
export function TargetChoice({ canvas, from, value, placeholder, onChange }: TargetChoiceProps): ReactElement {
  const texts = useText();
  const options = canvas.elements().filter((step) => isTarget(step, from));
  return (
    <InlineChoice
      label={texts.text('process.target')}
      options={options.map((step) => ({ id: step.id, title: stepTitle(step, texts) }))}
      value={value?.id}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(id) => {
        const target = options.find((step) => step.id === id);
        if (target !== undefined) onChange(target);
      }}
    />
  );
}

/** A line can lead to any step in the same process but a beginning, and not back to where it comes from. */
function isTarget(step: DiagramElement, from: DiagramElement): boolean {
  const kind = kindOf(step.businessObject);
  const isStep = step.waypoints === undefined && isOnDrawing(step) && step.parent === (from.host ?? from).parent;
  return isStep && step !== from && !['start', 'timer', 'drawing', 'process'].includes(kind);
}
