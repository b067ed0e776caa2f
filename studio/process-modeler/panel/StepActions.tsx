import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useFixed } from '../../ui/desktop/sentence/Sentence.tsx';
import { addStep, type Side } from '../canvas/step-commands.ts';
import { kindOf } from '../steps/step-kind.ts';
import type { PanelGround } from './panel-ground.ts';

/** What stands at a step on the drawing, for those who do not use a pointer. */
export function StepActions({ canvas, element, vocabulary, part }: PanelGround): ReactElement | null {
  const { text } = useText();
  const kind = kindOf(element.businessObject);
  if (useFixed() || kind === 'process') return null;
  const isStep = element.waypoints === undefined && kind !== 'drawing';
  const add = (side: Side) => () =>
    addStep(canvas, { vocabulary, part, nameOf: (one) => text(`process.new.${one}`) }, 'user-task', side);
  const remove = (): void => {
    canvas.modeling.removeElements([element]);
    canvas.focus();
  };
  return (
    <div className="gl-step-actions">
      {isStep && !['start', 'timer'].includes(kind) && (
        <Button kind="text" small onPress={add('before')}>
          {text('process.pad.before')}
        </Button>
      )}
      {isStep && kind !== 'end' && (
        <Button kind="text" small onPress={add('after')}>
          {text('process.pad.after')}
        </Button>
      )}
      <Button kind="text" small onPress={remove}>
        {text('process.pad.delete')}
      </Button>
    </div>
  );
}
