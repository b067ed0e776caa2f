import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SentenceGroup } from '../../ui/desktop/sentence/Sentence.tsx';
import { addTimer } from '../canvas/step-commands.ts';
import { kindOf, type StepKind } from '../steps/step-kind.ts';
import { limitsOf } from '../model/limit-facts.ts';
import type { PanelGround } from './panel-ground.ts';
import { stepTitle } from './step-title.ts';

/** What else happens while a user task waits for somebody: the timers at its edge. */
export function TimersHere({ canvas, element, vocabulary, part }: PanelGround): ReactElement {
  const texts = useText();
  const { text } = texts;
  const timers = (element.attachers ?? []).filter(({ businessObject }) => kindOf(businessObject) === 'timer');
  const sources = {
    vocabulary,
    part,
    nameOf: (kind: StepKind | 'timer' | 'clock-timer') => text(`process.new.${kind}`),
  };
  const hasLimit = limitsOf(element.businessObject).some(({ limit }) => limit !== undefined);
  return (
    <SentenceGroup title={text('process.timers')}>
      {timers.map((timer) => (
        <Button key={timer.id} kind="text" small onPress={() => canvas.select(timer.id)}>
          {stepTitle(timer, texts)}
        </Button>
      ))}
      <div>
        <Button kind="text" small onPress={() => addTimer(canvas, sources, element)}>
          {text('process.timers.add')}
        </Button>
      </div>
      {hasLimit && (
        <div>
          <Button kind="text" small onPress={() => addTimer(canvas, sources, element, 'limit')}>
            {text('process.timers.add-limit')}
          </Button>
        </div>
      )}
    </SentenceGroup>
  );
}
